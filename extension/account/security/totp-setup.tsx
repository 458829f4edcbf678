import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TotpAnswer } from '../../../shared/api/contract.ts';
import { QrCode } from '../../../shared/ui/composer/qr-code.tsx';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { confirmTotp } from '../acts/totp.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LineField } from '../forms/line-field.tsx';
import { readCode } from '../forms/read-typed.ts';
import { useSubmit } from '../forms/use-submit.ts';

const TOTP_DIGITS = 6;

interface TotpSetupProps {
  readonly setup: TotpAnswer;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

/** The seed as a QR code and as letters, and a first code that shows that it arrived. */
export function TotpSetup({ setup, onDone, onCancel }: TotpSetupProps) {
  const [code, setCode] = useState('');
  const submission = useSubmit();

  async function confirm(): Promise<void> {
    await confirmTotp(readCode(code, TOTP_DIGITS));
    await onDone();
  }

  return (
    <div class="stack">
      <p>{i18n.t('account.totp.scan')}</p>
      <QrCode text={setup.uri} label={i18n.t('account.totp.qr')} />
      <p>{i18n.t('account.totp.manual')}</p>
      <p class="row">
        <code class="seed">{groupLetters(setup.secret)}</code>
        <CopyButton
          label={i18n.t('account.totp.copy')}
          done={i18n.t('account.copied')}
          failed={i18n.t('account.notCopied')}
          text={() => setup.secret}
        />
      </p>
      <ActForm
        submission={submission}
        label={i18n.t('account.totp.confirm')}
        busyLabel={i18n.t('account.second.checking')}
        onSubmit={confirm}
        beside={
          <button type="button" onClick={onCancel}>
            {i18n.t('cancel')}
          </button>
        }
      >
        <LineField
          kind="code"
          label={i18n.t('account.second.totp')}
          value={code}
          maxLength={12}
          hint={i18n.t('account.totp.confirmHint')}
          problem={submission.fields.code}
          onInput={setCode}
        />
      </ActForm>
    </div>
  );
}

const GROUP_LETTERS = 4;

function groupLetters(secret: string): string {
  return secret.match(new RegExp(`.{1,${GROUP_LETTERS}}`, 'g'))?.join(' ') ?? '';
}
