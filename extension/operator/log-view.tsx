import { i18n } from '#i18n';
import { readAdminLog } from '../../shared/api/client/accounts/admin.ts';
import type { AdminAction } from '../../shared/api/operator.ts';
import { formatTime } from '../../shared/ui/format.ts';
import { LoadProblem } from '../account/forms/load-problem.tsx';
import { connect } from '../account/session/connection.ts';
import { PageList } from './page-list.tsx';
import { usePages } from './use-pages.ts';

const ACTION_WORDS: Readonly<Record<AdminAction, string>> = {
  'share-inspected': i18n.t('operator.log.shareInspected'),
  'share-taken-down': i18n.t('operator.log.shareTakenDown'),
  'report-closed': i18n.t('operator.log.reportClosed'),
  'account-inspected': i18n.t('operator.log.accountInspected'),
  'account-suspended': i18n.t('operator.log.accountSuspended'),
  'account-restored': i18n.t('operator.log.accountRestored'),
  'role-changed': i18n.t('operator.log.roleChanged'),
};

/** What operators looked at and did, and why. */
export function LogView() {
  const pages = usePages(async (before) => {
    const { log, next } = await readAdminLog(await connect(), before);
    return { rows: log, next };
  });
  return (
    <div class="card stack">
      <h2>{i18n.t('operator.places.log')}</h2>
      <LoadProblem loaded={pages.first} />
      <PageList pages={pages} empty={i18n.t('operator.log.none')}>
        {pages.rows.map(({ id, at, admin, adminId, action, target, reason }) => (
          <li key={id}>
            <strong>{ACTION_WORDS[action]}</strong> <code>{target}</code>
            <p>{reason}</p>
            <p class="small faded">{[formatTime(at), admin ?? adminId].join(' · ')}</p>
          </li>
        ))}
      </PageList>
    </div>
  );
}
