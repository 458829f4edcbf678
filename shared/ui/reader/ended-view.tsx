import { PageHeading } from '../page-heading.tsx';
import { readerText } from '../text.ts';
import type { ReadingState, ReadingStep } from './reading-state.ts';

interface EndedViewProps {
  readonly state: Exclude<ReadingState, { name: 'looking' | 'waiting' | 'opening' | 'revealed' }>;
  readonly onRetry: (step: ReadingStep) => void;
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
          <button type="button" class="primary" onClick={() => onRetry(state.step)}>
            {readerText.tryAgain}
          </button>
        </p>
      )}
    </div>
  );
}

function explain(state: EndedViewProps['state']): readonly [title: string, ...body: string[]] {
  if (state.name === 'gone') {
    const { gone, goneAdvice } = readerText;
    return [...(gone[state.reason] ?? gone['used-up']), goneAdvice];
  }
  const { title, ...about } = readerText[state.name];
  const lines =
    'body' in about
      ? [
          typeof about.body === 'string'
            ? about.body
            : about.body('seconds' in state ? state.seconds : 0),
        ]
      : [];
  if (!('step' in state)) return [title, ...lines];
  return [title, ...lines, state.step === 'look' ? readerText.nothingTaken : readerText.viewKept];
}
