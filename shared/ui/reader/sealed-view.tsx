import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenAnswer } from '../../api/contract.ts';
import { formatTime, secondsUntil } from '../format.ts';
import { PageHeading } from '../page-heading.tsx';
import { PassphraseInput } from '../passphrase-input.tsx';
import * as text from '../text/reader.ts';
import { mayNotFit } from './memory.ts';
import type { PassphraseProblem } from './reading-state.ts';

/** Length in bytes of the smallest content envelope: padding hides what is smaller than 4 KiB. */
const SMALLEST_BYTES = 4096 + 79;

interface SealedViewProps {
  readonly seen: OpenAnswer;
  readonly hasPassphrase: boolean;
  readonly problem: PassphraseProblem | undefined;
  readonly onReveal: (passphrase?: string) => void;
}

/** What waits behind the link, and the button that takes a view. */
export function SealedView({ seen, hasPassphrase, problem, onReveal }: SealedViewProps) {
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem) field.current?.focus();
  }, [problem]);
  const size = seen.contentLength;

  function submit(event: Event): void {
    event.preventDefault();
    const passphrase = field.current?.value;
    if (passphrase === '') {
      setMissing(true);
      field.current?.focus();
    } else onReveal(passphrase);
  }

  const complaint = isMissing
    ? text.passphraseMissing
    : problem?.name === 'wrong'
      ? text.passphraseWrong(problem.attemptsLeft)
      : problem?.message;

  return (
    <form class="stack" onSubmit={submit}>
      <PageHeading title={text.sealedTitle} />
      <dl class="sealed-facts">
        <dt>{text.size}</dt>
        <dd>{size <= SMALLEST_BYTES ? text.sizeUpTo(4096) : text.sizeAbout(size)}</dd>
        <dt>{text.views}</dt>
        <dd>{text.viewsOf(seen.remaining, seen.views)}</dd>
        <dt>{text.expires}</dt>
        <dd>{text.expiresIn(secondsUntil(seen.expiresAt), formatTime(seen.expiresAt))}</dd>
      </dl>
      {mayNotFit(size) && <p class="notice">{text.tooBig(size)}</p>}
      {hasPassphrase && (
        <div class="field">
          <label for="passphrase">{text.passphrase}</label>
          <PassphraseInput
            id="passphrase"
            inputRef={field}
            showLabel={text.showPassphrase}
            isInvalid={complaint !== undefined}
            describedBy="passphrase-hint"
            onInput={() => setMissing(false)}
          />
          <p id="passphrase-hint" class="small faded">
            <span class="error" role="alert">
              {complaint}
            </span>{' '}
            {text.passphraseHint}
          </p>
        </div>
      )}
      <p>{seen.remaining === 1 ? text.takesLastView : text.takesView}</p>
      <p>
        <button type="submit" class="primary">
          {text.reveal}
        </button>
      </p>
      <p class="small faded">{text.logged}</p>
    </form>
  );
}
