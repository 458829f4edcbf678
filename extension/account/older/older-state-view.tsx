import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';

interface OlderStateViewProps {
  /** What the server shows, in one sentence, where that is known. */
  readonly reason: string | undefined;
  readonly onAccept: () => Promise<void>;
  readonly onBack: () => void;
}

const RISKS = ['access', 'elsewhere', 'deleted'] as const;

/** The server shows less of the account than this browser saw: a backup, or an attack. Only the person can tell. */
export function OlderStateView({ reason, onAccept, onBack }: OlderStateViewProps) {
  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.older.title')} />
      <p>
        {reason ?? i18n.t('account.older.what')} {i18n.t('account.older.refused')}
      </p>
      <p class="notice">{i18n.t('account.older.attack')}</p>
      <p>{i18n.t('account.older.backup')}</p>
      <div class="stack tight">
        <h2>{i18n.t('account.older.risks.title')}</h2>
        <ul class="gains">
          {RISKS.map((risk) => (
            <li key={risk}>{i18n.t(`account.older.risks.${risk}`)}</li>
          ))}
        </ul>
      </div>
      <p>{i18n.t('account.older.here')}</p>
      <div class="row">
        <button type="button" class="primary" onClick={onBack}>
          {i18n.t('account.older.back')}
        </button>
        <ConfirmAct
          label={i18n.t('account.older.accept')}
          title={i18n.t('account.older.acceptTitle')}
          body={i18n.t('account.older.acceptBody')}
          onConfirm={onAccept}
        />
      </div>
    </div>
  );
}
