import { i18n } from '#i18n';
import type { Doing } from '../capture/standing.ts';
import { askStanding } from './use-standing.ts';

interface CaptureStandingProps {
  readonly doing: Doing;
}

/** What is going on, how far it is, and a way to end it. */
export function CaptureStanding({ doing }: CaptureStandingProps) {
  const isWalk = doing.kind === 'walk';
  return (
    <section class="doing">
      <p id="doing" role="status">
        {isWalk
          ? i18n.t('capture.walking')
          : i18n.t('capture.countingDown', doing.seconds, [String(doing.seconds)])}
      </p>
      {isWalk && <progress aria-labelledby="doing" max={1} value={doing.part} />}
      <button type="button" class="primary" onClick={() => askStanding({ type: 'stop-capture' })}>
        {i18n.t(isWalk ? 'capture.stopWalk' : 'capture.stopCountdown')}
      </button>
    </section>
  );
}
