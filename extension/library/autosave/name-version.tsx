import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { trimName } from '../organise.ts';
import { FormDialog } from '../page/form-dialog.tsx';
import { TextField } from '../page/text-field.tsx';

interface NameVersionProps {
  readonly onName: (name: string) => Promise<void>;
}

/** Keeps what is edited as a version with a name. */
export function NameVersion({ onName }: NameVersionProps) {
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState('');
  async function name(text: string): Promise<void> {
    try {
      await onName(text);
      setOutcome(i18n.t('library.versions.named'));
    } catch {
      setOutcome(i18n.t('library.failed'));
    }
  }
  return (
    <>
      <button type="button" class="quiet small" onClick={() => setAsking(true)}>
        {i18n.t('library.versions.name')}
      </button>
      <span class="unseen" role="status">
        {outcome}
      </span>
      <FormDialog
        isOpen={isAsking}
        title={i18n.t('library.versions.name')}
        label={i18n.t('library.selection.save')}
        onClose={() => setAsking(false)}
        onSubmit={(fields) => {
          const typed = trimName(String(fields.get('name')));
          if (typed !== '') void name(typed);
        }}
      >
        <TextField
          name="name"
          label={i18n.t('library.versions.nameLabel')}
          hint={i18n.t('library.versions.nameHint')}
          isRequired
        />
      </FormDialog>
    </>
  );
}
