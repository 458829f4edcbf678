import { PageHeading } from '../page-heading.tsx';
import * as text from '../text/reader.ts';
import type { ReadingState, ReadingStep } from './reading-state.ts';

interface EndedViewProps {
  readonly state:
    | Exclude<ReadingState, { name: 'looking' | 'waiting' | 'opening' | 'revealed' }>
    | { readonly name: 'incomplete' };
  readonly onRetry?: (step: ReadingStep) => void;
}

/** Nothing can be shown: why, and what to do. */
export function EndedView({ state, onRetry }: EndedViewProps) {
  const [title, ...body] = explain(state);
  return (
    <div class="stack">
      <PageHeading title={title} />
      {body.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {'step' in state && (
        <p>
          <button type="button" class="primary" onClick={() => onRetry?.(state.step)}>
            {text.tryAgain}
          </button>
        </p>
      )}
    </div>
  );
}

function explain(state: EndedViewProps['state']): readonly [title: string, ...lines: string[]] {
  if (state.name === 'gone') return text.gone[state.reason] ?? text.gone['used-up'];
  const [title, ...lines] = text.endings[state.name];
  return [
    title,
    ...lines,
    ...('seconds' in state ? [text.waitFor(state.seconds)] : []),
    ...(state.name === 'incomplete' ? [text.noViewUsed] : []),
    ...('step' in state ? [state.step === 'look' ? text.noViewUsed : text.viewKept] : []),
  ];
}
