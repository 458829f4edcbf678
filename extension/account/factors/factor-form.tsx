import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SecondFactor as Factor } from '../../../shared/account/account-client.ts';
import type { SecondFactor as FactorKind } from '../../../shared/api/account-limits.ts';
import type { PasskeyRequestOptions } from '../../../shared/api/contract.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LineField } from '../forms/line-field.tsx';
import { readCode } from '../forms/read-typed.ts';
import { useFocusFirst } from '../forms/use-focus-first.ts';
import { FieldProblem, useSubmit } from '../forms/use-submit.ts';
import { askPasskey } from '../passkeys/ask-passkey.ts';

const TOTP_DIGITS = 6;

/** What is typed, of those factors of which something is. */
const FIELDS = {
  totp: {
    kind: 'code',
    label: i18n.t('account.second.totp'),
    maxLength: 12,
    hint: i18n.t('account.second.totpHint'),
  },
  'recovery-code': {
    kind: 'recovery-code',
    label: i18n.t('account.second.recoveryCode'),
    maxLength: 64,
    hint: i18n.t('account.second.recoveryCodeHint'),
  },
} as const;

interface FactorFormProps {
  readonly kind: FactorKind;
  /** What the server asks of a passkey, as JSON. */
  readonly passkeyOptions: PasskeyRequestOptions | undefined;
  readonly onFactor: (factor: Factor) => Promise<void>;
}

/** Asks for one second factor. */
export function FactorForm({ kind, passkeyOptions, onFactor }: FactorFormProps) {
  const [typed, setTyped] = useState('');
  const submission = useSubmit();
  const first = useFocusFirst<HTMLDivElement>();

  async function submit(): Promise<void> {
    if (kind === 'passkey' && passkeyOptions) {
      return onFactor({ passkey: await askPasskey(passkeyOptions) });
    }
    if (kind === 'totp') return onFactor({ totp: readCode(typed, TOTP_DIGITS) });
    if (typed.trim() === '') {
      throw new FieldProblem('code', i18n.t('account.second.recoveryCodeMissing'));
    }
    return onFactor({ recoveryCode: typed.trim() });
  }

  return (
    <div ref={first}>
      <ActForm
        submission={submission}
        label={i18n.t(kind === 'passkey' ? 'account.second.usePasskey' : 'account.second.go')}
        busyLabel={i18n.t('account.second.checking')}
        onSubmit={submit}
      >
        {kind === 'passkey' && <p>{i18n.t('account.second.passkeyHint')}</p>}
        {kind !== 'passkey' && (
          <LineField
            {...FIELDS[kind]}
            value={typed}
            problem={submission.fields.code}
            onInput={setTyped}
          />
        )}
      </ActForm>
    </div>
  );
}
