import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { signOutHere } from '../acts/sign-out.ts';
import { unlockByPasskey, unlockByPassword } from '../acts/unlock.ts';
import { ActForm } from '../forms/act-form.tsx';
import { useKnownPassword } from '../forms/use-known-password.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { routeHref } from '../read-route.ts';
import type { LockReason } from '../session/open-keys.ts';

interface UnlockViewProps {
  readonly email: string;
  /** Whether a passkey of the account unlocks, too. */
  readonly hasPasskey: boolean;
  readonly reason: LockReason | undefined;
}

/** Signed in, and locked: the password or a passkey opens what lies here. Works without the server. */
export function UnlockView({ email, hasPasskey, reason }: UnlockViewProps) {
  const submission = useSubmit();
  const password = useKnownPassword(submission);

  async function unlock(): Promise<void> {
    await unlockByPassword(password.read());
  }

  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.unlock.title')} />
      {reason === 'key-renewed' && <p class="notice">{i18n.t('account.unlock.renewed')}</p>}
      <p>{i18n.t('account.unlock.about', [email])}</p>
      <ActForm
        submission={submission}
        label={i18n.t('account.unlock.go')}
        busyLabel={i18n.t('account.unlock.going')}
        onSubmit={unlock}
        beside={
          hasPasskey && (
            <button
              type="button"
              disabled={submission.isBusy}
              onClick={() => submission.run(unlockByPasskey)}
            >
              {i18n.t('account.unlock.passkey')}
            </button>
          )
        }
      >
        {password.field}
      </ActForm>
      <p class="row small">
        <a href={routeHref('recover')}>{i18n.t('account.signIn.forgot')}</a>
        <button type="button" class="quiet" onClick={() => submission.run(signOutHere)}>
          {i18n.t('account.unlock.signOut')}
        </button>
      </p>
    </div>
  );
}
