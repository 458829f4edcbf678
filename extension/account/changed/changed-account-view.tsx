import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { forgetKnownAccount } from '../acts/forget-known-account.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';

interface ChangedAccountViewProps {
  readonly email: string;
  /** Called when this browser knows nothing any more of what was under the address. */
  readonly onForgotten: () => void;
  readonly onBack: () => void;
}

/** Under the address there is another account than this browser knows: made anew, or a lie. Only the person can tell. */
export function ChangedAccountView({ email, onForgotten, onBack }: ChangedAccountViewProps) {
  async function forget(): Promise<void> {
    await forgetKnownAccount(email);
    onForgotten();
  }
  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.changed.title')} />
      <p>{i18n.t('account.changed.what', [email])}</p>
      <p class="notice">{i18n.t('account.changed.lie')}</p>
      <p>{i18n.t('account.changed.anew')}</p>
      <div class="row">
        <button type="button" class="primary" onClick={onBack}>
          {i18n.t('account.back')}
        </button>
        <ConfirmAct
          label={i18n.t('account.changed.forget')}
          title={i18n.t('account.changed.forgetTitle')}
          body={i18n.t('account.changed.forgetBody', [email])}
          onConfirm={forget}
        />
      </div>
    </div>
  );
}
