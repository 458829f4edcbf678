import { i18n } from '#i18n';
import type { NeedsFactor } from '../../../shared/account/sign-in.ts';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import type { ProvenIdentity } from '../acts/provider.ts';
import { signInHere } from '../acts/sign-in.ts';
import { ChangedAccountView } from '../changed/changed-account-view.tsx';
import { useChangedAccount } from '../changed/use-changed-account.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LineField } from '../forms/line-field.tsx';
import { readEmail } from '../forms/read-typed.ts';
import { useKnownPassword } from '../forms/use-known-password.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { useOlderState } from '../older/use-older-state.tsx';
import { routeHref } from '../read-route.ts';
import { ProviderButton } from './provider-button.tsx';

interface CredentialsStepProps {
  readonly email: string;
  readonly reason: string | undefined;
  readonly proven: ProvenIdentity | undefined;
  readonly onEmail: (email: string) => void;
  readonly onProven: (proven: ProvenIdentity) => void;
  readonly onSecondFactor: (second: NeedsFactor) => void;
}

/** Who it is, and the password that opens everything. */
export function CredentialsStep(props: CredentialsStepProps) {
  const { email, reason, proven, onEmail, onProven, onSecondFactor } = props;
  const submission = useSubmit();
  const password = useKnownPassword(
    submission,
    proven ? { label: i18n.t('account.password.vault') } : {},
  );
  const changed = useChangedAccount();
  const older = useOlderState(() => {});

  async function signIn(): Promise<void> {
    const address = proven?.email ?? readEmail(email);
    const credentials = { email: address, password: password.read() };
    const isSame = await changed.notice(() =>
      older.notice(async () => {
        const outcome = await signInHere(
          proven ? { ...credentials, identity: proven.identity } : credentials,
        );
        if (outcome.state === 'second-factor') onSecondFactor(outcome);
      }),
    );
    // Once the old account is forgotten, only the page's address says that this is what it shows.
    if (!isSame) location.hash = routeHref('sign-in');
  }

  if (older.view) return older.view;
  if (changed.state === 'noticed') {
    return (
      <ChangedAccountView
        email={proven?.email ?? email}
        onForgotten={() => changed.setState('forgotten')}
        onBack={() => changed.setState('unnoticed')}
      />
    );
  }

  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.signIn.title')} />
      {changed.state === 'forgotten' ? (
        <p class="notice" role="status">
          {i18n.t('account.changed.forgotten')}
        </p>
      ) : (
        reason && <p class="notice">{reason}</p>
      )}
      {proven && <p>{i18n.t('account.provider.proven', [proven.email])}</p>}
      <ActForm
        submission={submission}
        label={i18n.t('account.signIn.go')}
        busyLabel={i18n.t('account.signIn.going')}
        onSubmit={signIn}
        beside={<a href={routeHref('recover')}>{i18n.t('account.signIn.forgot')}</a>}
      >
        {!proven && (
          <LineField
            kind="email"
            label={i18n.t('account.email')}
            value={email}
            hint={i18n.t('account.signIn.emailHint')}
            problem={submission.fields.email}
            onInput={onEmail}
          />
        )}
        {password.field}
      </ActForm>
      {!proven && <ProviderButton onProven={onProven} />}
      <p class="small">
        <a href={routeHref('sign-up')}>{i18n.t('account.signIn.noneYet')}</a>
      </p>
    </div>
  );
}
