import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Recovered } from '../../../shared/account/recover.ts';
import { type KitReading, readKit } from '../../../shared/crypto/recovery-kit.ts';
import { recoverAccount, sendRecoveryCode } from '../acts/recover.ts';
import { ChangedAccountView } from '../changed/changed-account-view.tsx';
import { useChangedAccount } from '../changed/use-changed-account.ts';
import { ActForm } from '../forms/act-form.tsx';
import { MailCodeField } from '../forms/mail-code-field.tsx';
import { NewPasswordField } from '../forms/password-field.tsx';
import { readCode } from '../forms/read-typed.ts';
import { ResendButton } from '../forms/resend-button.tsx';
import { FieldProblem, useSubmit } from '../forms/use-submit.ts';
import { useOlderState } from '../older/use-older-state.tsx';
import { checkNewPassword } from '../password/check-new-password.ts';
import { KitField } from './kit-field.tsx';
import { RecoverCard } from './recover-card.tsx';

interface KitStepProps {
  readonly email: string;
  readonly onRecovered: (recovered: Recovered) => Promise<void>;
  readonly onBack: () => void;
}

/** The code from the mail, the four lines from paper, and the password that comes in place of the forgotten one. */
export function KitStep({ email, onRecovered, onBack }: KitStepProps) {
  const [code, setCode] = useState('');
  const [kit, setKit] = useState('');
  const [password, setPassword] = useState('');
  const submission = useSubmit();
  const changed = useChangedAccount();
  const older = useOlderState(onRecovered);

  async function recover(): Promise<void> {
    const digits = readCode(code);
    const reading = await readKit(kit);
    if (!reading.ok) throw new FieldProblem('kit', wordsForKit(reading));
    const problem = await checkNewPassword(password, [email]);
    if (problem) throw new FieldProblem('password', problem);
    const request = { email, code: digits, kit: reading.kit, newPassword: password };
    await changed.notice(() =>
      older.notice(async () => onRecovered(await recoverAccount(request))),
    );
  }

  if (older.view) return older.view;
  if (changed.state === 'noticed') {
    return (
      <ChangedAccountView
        email={email}
        onForgotten={() => changed.setState('forgotten')}
        onBack={() => changed.setState('unnoticed')}
      />
    );
  }

  return (
    <RecoverCard>
      <p role="status">
        {changed.state === 'forgotten'
          ? i18n.t('account.changed.forgotten')
          : i18n.t('account.recover.sent', [email])}
      </p>
      <ActForm
        submission={submission}
        label={i18n.t('account.recover.go')}
        busyLabel={i18n.t('account.recover.going')}
        onSubmit={recover}
        beside={
          <button type="button" onClick={onBack}>
            {i18n.t('account.code.otherAddress')}
          </button>
        }
      >
        <MailCodeField value={code} problem={submission.fields.code} onInput={setCode} />
        <KitField value={kit} problem={submission.fields.kit} onInput={setKit} />
        <NewPasswordField
          label={i18n.t('account.password.new')}
          value={password}
          known={[email]}
          hint={i18n.t('account.password.newHint')}
          problem={submission.fields.password}
          onInput={setPassword}
        />
      </ActForm>
      <ResendButton onResend={() => sendRecoveryCode(email)} />
    </RecoverCard>
  );
}

function wordsForKit(reading: Extract<KitReading, { readonly ok: false }>): string {
  switch (reading.reason) {
    case 'incomplete':
      return i18n.t('account.recover.kitIncomplete', reading.lettersMissing);
    case 'wrong-line':
      return i18n.t('account.recover.kitWrongLine', [String(reading.line)]);
    case 'wrong-letter':
      return i18n.t('account.recover.kitWrongLetter', [reading.letter]);
    case 'too-long':
      return i18n.t('account.recover.kitTooLong');
  }
}
