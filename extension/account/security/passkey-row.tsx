import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DEVICE_NAME_MAX_CHARACTERS } from '../../../shared/api/account-limits.ts';
import type { Passkey } from '../../../shared/api/contract.ts';
import { FormDialog } from '../../library/page/form-dialog.tsx';
import { TextField } from '../../library/page/text-field.tsx';
import { letUnlock, removePasskey, renamePasskey } from '../acts/passkeys.ts';
import { formatDay } from '../forms/format-day.ts';
import { useSubmit } from '../forms/use-submit.ts';
import { useStepUp } from '../step-up/step-up.tsx';

interface PasskeyRowProps {
  readonly passkey: Passkey;
  readonly onChanged: () => Promise<void>;
}

export function PasskeyRow({ passkey, onChanged }: PasskeyRowProps) {
  const { id, name, createdAt, lastUsedAt, wrappedUserKey } = passkey;
  const [isRenaming, setRenaming] = useState(false);
  const { isBusy, problem, run } = useSubmit();
  const stepUp = useStepUp();

  function change(act: () => Promise<void>): void {
    void run(async () => {
      if (await stepUp(act)) await onChanged();
    });
  }

  return (
    <li class="stack">
      <div class="row spread">
        <div>
          <strong>{name}</strong>
          <p class="small faded">
            {[
              i18n.t('account.passkeys.made', [formatDay(createdAt)]),
              lastUsedAt && i18n.t('account.passkeys.used', [formatDay(lastUsedAt)]),
              i18n.t(wrappedUserKey ? 'account.passkeys.unlocks' : 'account.passkeys.unlocksNot'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div class="row">
          {!wrappedUserKey && (
            <button
              type="button"
              disabled={isBusy}
              aria-label={i18n.t('account.passkeys.letUnlockOne', [name])}
              onClick={() => change(() => letUnlock(passkey))}
            >
              {i18n.t('account.passkeys.letUnlock')}
            </button>
          )}
          <button
            type="button"
            disabled={isBusy}
            aria-label={i18n.t('account.passkeys.renameOne', [name])}
            onClick={() => setRenaming(true)}
          >
            {i18n.t('account.rename')}
          </button>
          <button
            type="button"
            class="danger"
            disabled={isBusy}
            aria-label={i18n.t('account.passkeys.removeOne', [name])}
            onClick={() => change(() => removePasskey(id))}
          >
            {i18n.t('account.remove')}
          </button>
        </div>
      </div>
      <p class="error" role="alert">
        {problem}
      </p>
      <FormDialog
        isOpen={isRenaming}
        title={i18n.t('account.passkeys.renameOne', [name])}
        label={i18n.t('account.save')}
        onClose={() => setRenaming(false)}
        onSubmit={(fields) => change(() => renamePasskey(id, String(fields.get('name'))))}
      >
        <TextField
          isRequired
          name="name"
          label={i18n.t('account.passkeys.name')}
          value={name}
          maxLength={DEVICE_NAME_MAX_CHARACTERS}
        />
      </FormDialog>
    </li>
  );
}
