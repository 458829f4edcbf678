import { i18n } from '#i18n';
import { LIBRARY_SHELF } from '../library.ts';
import type { Diagram } from '../model/diagram.ts';
import { tagDiagrams } from '../organise.ts';
import { FormDialog } from './form-dialog.tsx';
import { TextField } from './text-field.tsx';
import type { UseLibrary } from './use-library.ts';

interface TagsDialogProps {
  readonly isOpen: boolean;
  readonly chosen: readonly Diagram[];
  readonly onClose: () => void;
  readonly act: UseLibrary['act'];
}

/** Adds tags to all that is selected, and takes others away. */
export function TagsDialog({ isOpen, chosen, onClose, act }: TagsDialogProps) {
  const tags = [...new Set(chosen.flatMap((diagram) => diagram.tags))].sort();
  const ids = chosen.map(({ id }) => id);
  return (
    // A field called “remove” would hide the form’s own method of that name.
    <FormDialog
      isOpen={isOpen}
      title={i18n.t('library.selection.tag')}
      label={i18n.t('library.selection.save')}
      onClose={onClose}
      onSubmit={(fields) => {
        const change = {
          add: String(fields.get('newTags')).split(','),
          remove: fields.getAll('oldTag').map(String),
        };
        void act(i18n.t('library.selection.tagged'), () => tagDiagrams(LIBRARY_SHELF, ids, change));
      }}
    >
      <TextField
        name="newTags"
        label={i18n.t('library.selection.tagAdd')}
        hint={i18n.t('library.selection.tagAddHint')}
      />
      {tags.length > 0 && (
        <fieldset class="stack tight">
          <legend>{i18n.t('library.selection.tagRemove')}</legend>
          {tags.map((tag) => (
            <label key={tag} class="check">
              <input type="checkbox" name="oldTag" value={tag} />
              <bdi>{tag}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
