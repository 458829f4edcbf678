import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { createAccount, sendSignUpCode } from '../acts/sign-up.ts';
import { ActForm } from '../forms/act-form.tsx';
import { MailCodeField } from '../forms/mail-code-field.tsx';
import { readCode } from '../forms/read-typed.ts';
import { ResendButton } from '../forms/resend-button.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import type { Drafted } from './sign-up-view.tsx';

interface CodeStepProps {
  readonly drafted: Drafted;
  readonly onDone: () => Promise<void>;
  readonly onBack: () => void;
}

/** The code that came by mail makes the account. */
export function CodeStep({ drafted, onDone, onBack }: CodeStepProps) {
  const { email, prepared } = drafted;
  const [code, setCode] = useState('');
  const submission = useSubmit();

  async function create(): Promise<void> {
    await createAccount(prepared, { email, code: readCode(code) });
    await onDone();
  }

  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.code.title')} />
      <p>{i18n.t('account.code.sent', [email])}</p>
      <ActForm
        submission={submission}
        label={i18n.t('account.code.go')}
        busyLabel={i18n.t('account.code.checking')}
        onSubmit={create}
        beside={
          <button type="button" onClick={onBack}>
            {i18n.t('account.code.otherAddress')}
          </button>
        }
      >
        <MailCodeField value={code} problem={submission.fields.code} onInput={setCode} />
      </ActForm>
      <ResendButton onResend={() => sendSignUpCode(email)} />
    </div>
  );
}
