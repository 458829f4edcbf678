import type { ComponentChildren } from 'preact';
import type { Submission } from './use-submit.ts';

interface ActFormProps {
  readonly submission: Submission;
  /** What the button says, and what it says meanwhile. */
  readonly label: string;
  readonly busyLabel: string;
  /** `primary`: what the screen is for. */
  readonly look?: 'primary' | 'plain' | 'danger';
  readonly children: ComponentChildren;
  /** More buttons beside the first. */
  readonly beside?: ComponentChildren;
  readonly onSubmit: () => Promise<void>;
}

/** Fields and the button that does something with them; what went wrong stands between. */
export function ActForm(props: ActFormProps) {
  const { submission, label, busyLabel, look = 'primary', children, beside, onSubmit } = props;
  const { isBusy, problem, run } = submission;
  return (
    <form
      class="stack"
      noValidate
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        void run(onSubmit);
      }}
    >
      {children}
      <p class="error" role="alert">
        {problem}
      </p>
      <div class="row">
        <button type="submit" class={look} disabled={isBusy}>
          {isBusy ? busyLabel : label}
        </button>
        {beside}
      </div>
    </form>
  );
}
