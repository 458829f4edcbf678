import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatTime } from '../../shared/ui/format.ts';
import { ConfirmButton } from '../page/confirm-button.tsx';
import { NarrowForm } from './narrow-form.tsx';
import type { OwnerRecord } from './owner-record.ts';
import { ShareLabel } from './share-label.tsx';
import { ShareLog } from './share-log.tsx';
import { ShareStanding } from './share-standing.tsx';
import { forgetShare } from './store-shares.ts';
import { useShare } from './use-share.ts';

interface ShareRowProps {
  readonly record: OwnerRecord;
  /** Changes when all is to be read again. */
  readonly round: number;
  readonly onRemoved: () => void;
}

type Part = 'log' | 'narrow';

/** One share, with what its owner can do. */
export function ShareRow({ record, round, onRemoved }: ShareRowProps) {
  const { view, loadEvents, narrow, revoke } = useShare(record, round);
  const [part, setPart] = useState<Part>();
  const headingId = useId();
  const isActive = view.name === 'known' && view.status.state === 'active';
  const toggle = (asked: Part) => setPart(part === asked ? undefined : asked);

  async function remove(): Promise<void> {
    await forgetShare(record.id);
    onRemoved();
  }

  return (
    <article class="card stack" aria-labelledby={headingId}>
      <ShareLabel record={record} headingId={headingId} />
      <ShareStanding view={view} />
      <p class="small faded">
        {i18n.t('shares.made', [formatTime(new Date(record.createdAt).toISOString())])}{' '}
        <code>{record.origin}</code>
      </p>
      <div class="row">
        {view.name === 'known' && (
          <button type="button" aria-expanded={part === 'log'} onClick={() => toggle('log')}>
            {i18n.t('shares.log')}
          </button>
        )}
        {isActive && (
          <button type="button" aria-expanded={part === 'narrow'} onClick={() => toggle('narrow')}>
            {i18n.t('shares.narrow')}
          </button>
        )}
        {isActive && (
          <ConfirmButton
            label={i18n.t('shares.revoke')}
            title={i18n.t('shares.revokeTitle')}
            body={i18n.t('shares.revokeBody')}
            failed={i18n.t('shares.revokeFailed')}
            isDanger
            onConfirm={revoke}
          />
        )}
        <ConfirmButton
          label={i18n.t('shares.remove')}
          title={i18n.t('shares.removeTitle')}
          body={i18n.t(isActive ? 'shares.removeActive' : 'shares.removeBody')}
          failed={i18n.t('shares.removeFailed')}
          onConfirm={remove}
        />
      </div>
      {part === 'log' && view.name === 'known' && (
        <ShareLog key={round} status={view.status} load={loadEvents} />
      )}
      {part === 'narrow' && isActive && (
        <NarrowForm
          status={view.status}
          onNarrow={async (change) => {
            await narrow(change);
            setPart(undefined);
          }}
        />
      )}
    </article>
  );
}
