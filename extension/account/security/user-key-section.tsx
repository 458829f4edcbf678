import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FactorsAnswer } from '../../../shared/api/contract.ts';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { rotateUserKeyHere } from '../acts/rotate-user-key.ts';
import { ActForm } from '../forms/act-form.tsx';
import { useKnownPassword } from '../forms/use-known-password.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import { KeptPasskeys } from './kept-passkeys.tsx';
import { Section } from './section.tsx';

interface UserKeySectionProps {
  readonly factors: FactorsAnswer;
  readonly onKit: (kit: readonly string[]) => void;
}

/** After a leak: a new key for everything, which no old password, kit or device opens. */
export function UserKeySection({ factors, onKit }: UserKeySectionProps) {
  const [secrets, setSecrets] = useState<ReadonlyMap<string, Bytes>>(new Map());
  const submission = useSubmit();
  const password = useKnownPassword(submission, { hint: i18n.t('account.userKey.passwordHint') });
  const unlocking = factors.passkeys.filter(({ wrappedUserKey }) => wrappedUserKey !== undefined);

  async function rotate(): Promise<void> {
    onKit(await rotateUserKeyHere(password.read(), secrets));
  }

  return (
    <Section title={i18n.t('account.userKey.title')}>
      <details>
        <summary>{i18n.t('account.userKey.open')}</summary>
        <div class="stack">
          <p>{i18n.t('account.userKey.when')}</p>
          <p>{i18n.t('account.userKey.what')}</p>
          {unlocking.length > 0 && (
            <KeptPasskeys
              passkeys={unlocking}
              secrets={secrets}
              onSecret={(id, prf) => setSecrets((before) => new Map(before).set(id, prf))}
            />
          )}
          <ActForm
            submission={submission}
            label={i18n.t('account.userKey.go')}
            busyLabel={i18n.t('account.userKey.going')}
            look="danger"
            onSubmit={rotate}
          >
            {password.field}
          </ActForm>
        </div>
      </details>
    </Section>
  );
}
