import { i18n } from '#i18n';
import type { Passkey } from '../../../shared/api/contract.ts';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { readPasskeySecret } from '../acts/passkeys.ts';
import { useSubmit } from '../forms/use-submit.ts';

interface KeptPasskeysProps {
  /** Those that unlock now. */
  readonly passkeys: readonly Passkey[];
  /** Of those that were used here: they will unlock the new key, too. */
  readonly secrets: ReadonlyMap<string, Bytes>;
  readonly onSecret: (id: string, prf: Bytes) => void;
}

/** Which passkeys go on unlocking once the account's key is renewed: only the passkey itself can see to it. */
export function KeptPasskeys({ passkeys, secrets, onSecret }: KeptPasskeysProps) {
  const { isBusy, problem, run } = useSubmit();
  const lost = passkeys.filter(({ id }) => !secrets.has(id)).map(({ name }) => name);
  return (
    <>
      <p>{i18n.t('account.userKey.passkeys')}</p>
      <ul class="rows">
        {passkeys.map((passkey) => (
          <li key={passkey.id} class="row spread">
            <strong>{passkey.name}</strong>
            {secrets.has(passkey.id) ? (
              <span class="small">{i18n.t('account.userKey.keptPasskey')}</span>
            ) : (
              <button
                type="button"
                disabled={isBusy}
                aria-label={i18n.t('account.userKey.keepPasskeyOne', [passkey.name])}
                onClick={() =>
                  void run(async () => onSecret(passkey.id, await readPasskeySecret(passkey)))
                }
              >
                {i18n.t('account.userKey.keepPasskey')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="error" role="alert">
        {problem}
      </p>
      <p role="status">
        {lost.length === 0
          ? i18n.t('account.userKey.keptAll')
          : i18n.t('account.userKey.lostPasskeys', [lost.join(', ')])}
      </p>
    </>
  );
}
