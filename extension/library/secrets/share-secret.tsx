import { i18n } from '#i18n';
import { putDraft } from '../../drafts/store-drafts.ts';
import { openShareTab } from '../../share/open-share-tab.ts';
import { FormDialog } from '../page/form-dialog.tsx';
import { filledFields, type NamedValue } from './secret-words.ts';
import type { SecretDraft } from './unsaved-secret.ts';

interface ShareSecretProps {
  readonly isOpen: boolean;
  readonly draft: SecretDraft;
  readonly onClose: () => void;
}

/** Asks which fields of a secret to share, and begins a share of them in a tab beside this one. */
export function ShareSecret({ isOpen, draft, onClose }: ShareSecretProps) {
  const fields = filledFields(draft.secret);
  return (
    <FormDialog
      isOpen={isOpen}
      title={i18n.t('library.secret.share.title')}
      label={i18n.t('library.secret.share.go')}
      onClose={onClose}
      onSubmit={(chosen) => {
        const indices = chosen.getAll('field').map(Number);
        void shareFields(
          fields.filter((_, index) => indices.includes(index)),
          draft.name,
        );
      }}
    >
      <p>{i18n.t('library.secret.share.about')}</p>
      <fieldset class="stack tight">
        <legend>{i18n.t('library.secret.share.fields')}</legend>
        {fields.map(({ name }, index) => (
          <label key={`${index} ${name}`} class="check">
            <input type="checkbox" name="field" value={index} defaultChecked />
            <bdi>{name}</bdi>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}

/** One field goes as it is, to be pasted where it belongs; several with their names. */
async function shareFields(fields: readonly NamedValue[], title: string): Promise<void> {
  const [only] = fields;
  if (!only) return;
  const named = fields.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const text = fields.length === 1 ? only.value : named;
  const draft = await putDraft({ kind: 'written', text, files: [], title });
  await openShareTab({ draft });
}
