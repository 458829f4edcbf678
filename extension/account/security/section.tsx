import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  readonly title: string;
  /** What stands beside the title: whether something is on. */
  readonly standing?: string;
  readonly isOn?: boolean;
  readonly children: ComponentChildren;
}

/** One thing that guards the account. */
export function Section({ title, standing, isOn, children }: SectionProps) {
  const id = useId();
  return (
    <section class="card stack" aria-labelledby={id}>
      <div class="row spread">
        <h2 id={id}>{title}</h2>
        {standing && <span class={isOn ? 'state active' : 'state'}>{standing}</span>}
      </div>
      {children}
    </section>
  );
}
