import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DEVICE_NAME_MAX_CHARACTERS } from '../../../shared/api/account-limits.ts';
import type { SessionText } from '../../../shared/api/contract.ts';
import { formatTime } from '../../../shared/ui/format.ts';
import { FormDialog } from '../../library/page/form-dialog.tsx';
import { TextField } from '../../library/page/text-field.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { useSubmit } from '../forms/use-submit.ts';

interface SessionRowProps {
  readonly session: SessionText;
  readonly onRename: (name: string) => Promise<void>;
  readonly onEnd: () => Promise<void>;
}

export function SessionRow({ session, onRename, onEnd }: SessionRowProps) {
  const { name, client, country, lastUsedAt, createdAt, current } = session;
  const [isRenaming, setRenaming] = useState(false);
  const { problem, run } = useSubmit();
  return (
    <li class="stack">
      <div class="row spread">
        <div>
          <strong>{name}</strong>{' '}
          {current && <span class="state active small">{i18n.t('account.sessions.here')}</span>}
          <p class="small faded">
            {[
              client,
              country,
              i18n.t('account.sessions.used', [formatTime(lastUsedAt)]),
              i18n.t('account.sessions.since', [formatTime(createdAt)]),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div class="row">
          <button
            type="button"
            aria-label={i18n.t('account.sessions.renameOne', [name])}
            onClick={() => setRenaming(true)}
          >
            {i18n.t('account.rename')}
          </button>
          <ConfirmAct
            label={i18n.t('account.sessions.end')}
            fullLabel={i18n.t('account.sessions.endOne', [name])}
            title={i18n.t(current ? 'account.sessions.endHereTitle' : 'account.sessions.endTitle')}
            body={i18n.t(current ? 'account.sessions.endHereBody' : 'account.sessions.endBody')}
            onConfirm={onEnd}
          />
        </div>
      </div>
      <p class="error" role="alert">
        {problem}
      </p>
      <FormDialog
        isOpen={isRenaming}
        title={i18n.t('account.sessions.renameOne', [name])}
        label={i18n.t('account.save')}
        onClose={() => setRenaming(false)}
        onSubmit={(fields) => void run(() => onRename(String(fields.get('name'))))}
      >
        <TextField
          isRequired
          name="name"
          label={i18n.t('account.sessions.name')}
          value={name}
          maxLength={DEVICE_NAME_MAX_CHARACTERS}
        />
      </FormDialog>
    </li>
  );
}
