import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SecondFactor as Factor } from '../../../shared/account/account-client.ts';
import type { SecondFactor as FactorKind } from '../../../shared/api/account-limits.ts';
import type { PasskeyRequestOptions } from '../../../shared/api/contract.ts';
import { FactorForm } from './factor-form.tsx';

/** What the server asks for: one of `methods`. */
export interface FactorChallenge {
  readonly methods: readonly FactorKind[];
  readonly passkey?: PasskeyRequestOptions | undefined;
}

interface ChooseFactorProps {
  readonly challenge: FactorChallenge;
  readonly onFactor: (factor: Factor) => Promise<void>;
}

const WORDS = { totp: 'totp', passkey: 'passkey', 'recovery-code': 'recoveryCode' } as const;

/** One of the account's second factors; the person chooses which. */
export function ChooseFactor({ challenge, onFactor }: ChooseFactorProps) {
  const { methods, passkey } = challenge;
  const [kind, setKind] = useState<FactorKind>(methods[0] ?? 'recovery-code');
  return (
    <>
      <FactorForm key={kind} kind={kind} passkeyOptions={passkey} onFactor={onFactor} />
      <div class="row">
        {methods
          .filter((method) => method !== kind)
          .map((method) => (
            <button key={method} type="button" class="quiet" onClick={() => setKind(method)}>
              {i18n.t(`account.second.instead.${WORDS[method]}`)}
            </button>
          ))}
      </div>
    </>
  );
}
