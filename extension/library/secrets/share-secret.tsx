import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { newDraftId } from '../../drafts/sealed-drafts.ts';
import { putDraft } from '../../drafts/store-drafts.ts';
import { openShareTab } from '../../share/open-share-tab.ts';
import { findPlaceFor } from '../account/joined-vault.ts';
import type { DiagramId } from '../model/diagram.ts';
import { FormDialog } from '../page/form-dialog.tsx';
import { filledFields, type NamedValue } from './secret-words.ts';
import type { SecretDraft } from './unsaved-secret.ts';

interface ShareSecretProps {
  /** Null: a new one. */
  readonly id: DiagramId | null;
  readonly isOpen: boolean;
  readonly draft: SecretDraft;
  readonly onClose: () => void;
}

/** Asks which fields of a secret to share, and begins a share of them in a tab beside this one. */
export function ShareSecret({ id, isOpen, draft, onClose }: ShareSecretProps) {
  const fields = filledFields(draft.secret);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const chosen = fields.filter((_, index) => !leftOut.has(index));

  function choose(index: number, isChosen: boolean): void {
    const others = [...leftOut].filter((it) => it !== index);
    setLeftOut(new Set(isChosen ? others : [...others, index]));
  }

  function close(): void {
    setLeftOut(new Set());
    onClose();
  }

  return (
    <FormDialog
      isOpen={isOpen}
      title={i18n.t('library.secret.share.title')}
      label={i18n.t('library.secret.share.go')}
      hindrance={chosen.length === 0 ? i18n.t('library.secret.share.none') : undefined}
      onClose={close}
      onSubmit={() => void shareFields(id, chosen, draft.name)}
    >
      <p>{i18n.t('library.secret.share.about')}</p>
      <fieldset class="stack tight">
        <legend>{i18n.t('library.secret.share.fields')}</legend>
        {fields.map(({ name }, index) => (
          <label key={`${index} ${name}`} class="check">
            <input
              type="checkbox"
              checked={!leftOut.has(index)}
              onChange={({ currentTarget }) => choose(index, currentTarget.checked)}
            />
            <bdi>{name}</bdi>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}

/** One field goes as it is, to be pasted where it belongs; several with their names. */
async function shareFields(
  id: DiagramId | null,
  fields: readonly NamedValue[],
  title: string,
): Promise<void> {
  const [only] = fields;
  if (!only) return;
  const named = fields.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const text = fields.length === 1 ? only.value : named;
  const content = { kind: 'written', text, files: [], title } as const;
  const draft = await putDraft(content, newDraftId(await findPlaceFor(id)));
  await openShareTab({ draft });
}
