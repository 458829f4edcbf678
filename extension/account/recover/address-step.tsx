import { i18n } from '#i18n';
import { sendRecoveryCode } from '../acts/recover.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LineField } from '../forms/line-field.tsx';
import { readEmail } from '../forms/read-typed.ts';
import { useSubmit } from '../forms/use-submit.ts';
import { routeHref } from '../read-route.ts';
import { RecoverCard } from './recover-card.tsx';

interface AddressStepProps {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onSent: () => void;
}

export function AddressStep({ email, onEmail, onSent }: AddressStepProps) {
  const submission = useSubmit();

  async function send(): Promise<void> {
    const address = readEmail(email);
    await sendRecoveryCode(address);
    onEmail(address);
    onSent();
  }

  return (
    <RecoverCard>
      <p>{i18n.t('account.recover.about')}</p>
      <ActForm
        submission={submission}
        label={i18n.t('account.recover.send')}
        busyLabel={i18n.t('account.recover.sending')}
        onSubmit={send}
        beside={<a href={routeHref('sign-in')}>{i18n.t('account.back')}</a>}
      >
        <LineField
          kind="email"
          label={i18n.t('account.email')}
          value={email}
          hint={i18n.t('account.recover.emailHint')}
          problem={submission.fields.email}
          onInput={onEmail}
        />
      </ActForm>
      <p class="small faded">{i18n.t('account.recover.noKit')}</p>
    </RecoverCard>
  );
}
