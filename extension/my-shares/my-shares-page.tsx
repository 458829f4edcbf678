import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { DraftList } from '../drafts/draft-list.tsx';
import { PageFrame } from '../page/page-frame.tsx';
import './my-shares.css';
import type { OwnerRecord } from './owner-record.ts';
import { ShareRow } from './share-row.tsx';
import { listShares } from './store-shares.ts';
import { TransferShares } from './transfer-shares.tsx';

/** Everything shared from this profile: where it stands, who came, and how to end it. */
export function MySharesPage() {
  const [records, setRecords] = useState<readonly OwnerRecord[]>();
  const [round, setRound] = useState(0);

  async function reload(): Promise<void> {
    setRecords(await listShares());
    setRound((before) => before + 1);
  }
  useEffect(() => {
    void reload();
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, []);

  return (
    <PageFrame>
      <div class="row spread">
        <PageHeading title={i18n.t('shares.title')} />
        <button type="button" onClick={reload}>
          {i18n.t('shares.refresh')}
        </button>
      </div>
      <DraftList />
      {records?.length === 0 && (
        <div class="card stack">
          <p>{i18n.t('shares.empty')}</p>
          <p class="faded">{i18n.t('shares.emptyHint')}</p>
        </div>
      )}
      <ul class="shares stack">
        {records?.map((record) => (
          <li key={record.id}>
            <ShareRow
              record={record}
              round={round}
              onRemoved={() => setRecords(records.filter(({ id }) => id !== record.id))}
            />
          </li>
        ))}
      </ul>
      {records && <TransferShares canExport={records.length > 0} onImported={reload} />}
      <p class="small faded">{i18n.t('shares.noLinks')}</p>
    </PageFrame>
  );
}
