import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import type { ProvenIdentity } from '../acts/provider.ts';
import { draftAccount } from '../acts/sign-up.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LineField } from '../forms/line-field.tsx';
import { NewPasswordField } from '../forms/password-field.tsx';
import { readEmail } from '../forms/read-typed.ts';
import { FieldProblem, useSubmit } from '../forms/use-submit.ts';
import { checkNewPassword } from '../password/check-new-password.ts';
import { routeHref } from '../read-route.ts';
import { ProviderButton } from '../sign-in/provider-button.tsx';
import { LossNotice } from './loss-notice.tsx';
import type { Drafted } from './sign-up-view.tsx';

interface DetailsStepProps {
  readonly email: string;
  /** A provider vouched for the address. */
  readonly isProven: boolean;
  readonly onEmail: (email: string) => void;
  readonly onProven: (proven: ProvenIdentity) => void;
  readonly onDrafted: (drafted: Drafted) => Promise<void>;
}

/** Address and master password of a new account. */
export function DetailsStep(props: DetailsStepProps) {
  const { email, isProven, onEmail, onProven, onDrafted } = props;
  const [password, setPassword] = useState('');
  const [understood, setUnderstood] = useState(false);
  const submission = useSubmit();

  async function draft(): Promise<void> {
    const address = readEmail(email);
    const problem = await checkNewPassword(password, [address]);
    if (problem) throw new FieldProblem('password', problem);
    if (!understood) throw new FieldProblem('understood', i18n.t('account.signUp.notUnderstood'));
    await onDrafted({ email: address, prepared: await draftAccount(password) });
  }

  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.signUp.title')} />
      <p>
        {isProven ? i18n.t('account.provider.provenNew', [email]) : i18n.t('account.signUp.about')}
      </p>
      <ActForm
        submission={submission}
        label={i18n.t(isProven ? 'account.signUp.make' : 'account.signUp.go')}
        busyLabel={i18n.t('account.signUp.making')}
        onSubmit={draft}
        beside={<a href={routeHref('sign-in')}>{i18n.t('account.signUp.haveOne')}</a>}
      >
        {!isProven && (
          <LineField
            kind="email"
            label={i18n.t('account.email')}
            value={email}
            hint={i18n.t('account.signUp.emailHint')}
            problem={submission.fields.email}
            onInput={onEmail}
          />
        )}
        <NewPasswordField
          label={i18n.t(isProven ? 'account.password.vault' : 'account.password.master')}
          value={password}
          known={[email]}
          hint={i18n.t('account.password.newHint')}
          problem={submission.fields.password}
          onInput={setPassword}
        />
        <LossNotice
          isUnderstood={understood}
          problem={submission.fields.understood}
          onChange={setUnderstood}
        />
      </ActForm>
      {!isProven && <ProviderButton onProven={onProven} />}
    </div>
  );
}
