import { i18n } from '#i18n';
import { FormDialog } from '../../library/page/form-dialog.tsx';
import { useEditor } from '../use-editor.ts';

/** Asks which page of a file is to be opened, where it has several. */
export function PageDialog() {
  const choice = useEditor((state) => state.pageChoice);
  return (
    <FormDialog
      isOpen={choice !== null}
      title={i18n.t('editor.pages.title')}
      label={i18n.t('editor.pages.open')}
      onSubmit={(fields) => choice?.answer(Number(fields.get('page')))}
      onClose={() => choice?.answer(null)}
    >
      <label class="field">
        <span>{i18n.t('editor.pages.about', [choice?.names.length ?? 0])}</span>
        <select name="page">
          {choice?.names.map((name, index) => (
            <option key={`${index},${name}`} value={index}>
              {name || i18n.t('editor.pages.unnamed', [index + 1])}
            </option>
          ))}
        </select>
      </label>
    </FormDialog>
  );
}
