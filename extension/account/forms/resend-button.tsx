import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { problemWords } from '../problem-words.ts';

/** Seconds before another code may be asked for, growing with each. */
const WAITS_SECONDS = [30, 60, 120, 300];
const SECOND_MS = 1000;

/** Sends another code, after waiting longer each time. */
export function ResendButton({ onResend }: { readonly onResend: () => Promise<void> }) {
  const [sentCount, setSentCount] = useState(0);
  const [secondsLeft, setSecondsLeft] = useState(WAITS_SECONDS[0] as number);
  const [outcome, setOutcome] = useState('');

  useEffect(() => {
    if (secondsLeft === 0) return;
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), SECOND_MS);
    return () => clearTimeout(timer);
  }, [secondsLeft]);

  async function resend(): Promise<void> {
    setOutcome('');
    try {
      await onResend();
      setOutcome(i18n.t('account.code.resent'));
    } catch (error) {
      setOutcome(problemWords(error));
    }
    setSentCount(sentCount + 1);
    setSecondsLeft(WAITS_SECONDS.at(Math.min(sentCount + 1, WAITS_SECONDS.length - 1)) as number);
  }

  return (
    <p class="row small">
      <button type="button" disabled={secondsLeft > 0} onClick={resend}>
        {i18n.t('account.code.resend')}
      </button>
      {secondsLeft > 0 && (
        <span class="faded">{i18n.t('account.code.resendIn', [String(secondsLeft)])}</span>
      )}
      <span role="status">{outcome}</span>
    </p>
  );
}
