import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShareEvent, ShareStatus } from '../../shared/api/contract.ts';
import { formatTime } from '../../shared/ui/format.ts';
import { eventWords } from './words.ts';

interface ShareLogProps {
  /** When it changes, the log has, too. */
  readonly status: ShareStatus;
  readonly load: () => Promise<readonly ShareEvent[]>;
}

/** What happened to a share, oldest first. */
export function ShareLog({ status, load }: ShareLogProps) {
  const [events, setEvents] = useState<readonly ShareEvent[] | 'failed'>();

  useEffect(() => {
    load().then(setEvents, () => setEvents('failed'));
  }, [status]);

  if (events === undefined) return <p class="faded">{i18n.t('shares.standing.loading')}</p>;
  if (events === 'failed') return <p class="notice">{i18n.t('shares.logFailed')}</p>;
  return (
    <div class="stack">
      <ol class="log">
        {events.map((event, index) => (
          <li key={index}>
            <time dateTime={event.at} class="faded">
              {formatTime(event.at)}
            </time>
            <span>
              {eventWords[event.kind]}
              {event.count > 1 && ` ${i18n.t('shares.times', [String(event.count)])}`}
            </span>
            <span class="small faded">
              {event.client} {event.address && <code>{event.address}</code>}
            </span>
          </li>
        ))}
      </ol>
      <p class="small faded">{i18n.t('shares.addressHint')}</p>
    </div>
  );
}
