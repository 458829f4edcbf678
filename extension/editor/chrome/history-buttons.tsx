import { i18n } from '#i18n';
import { useEditor, useStore } from '../use-editor.ts';
import { IconButton } from './icon-button.tsx';
import { stepText } from './step-text.ts';

/** Undo and redo, each with what it would take back or do again. */
export function HistoryButtons() {
  const store = useStore();
  const history = useEditor((state) => state.history);
  const undo = history.done.at(-1)?.name;
  const redo = history.undone.at(-1)?.name;
  return (
    <fieldset class="island" aria-label={i18n.t('editor.history.label')}>
      <IconButton
        icon="undo"
        label={
          undo ? i18n.t('editor.history.undoStep', [stepText(undo)]) : i18n.t('editor.history.undo')
        }
        keys="Ctrl Z"
        disabled={undo === undefined}
        onClick={() => store.undo()}
      />
      <IconButton
        icon="redo"
        label={
          redo ? i18n.t('editor.history.redoStep', [stepText(redo)]) : i18n.t('editor.history.redo')
        }
        keys="Ctrl Shift Z"
        disabled={redo === undefined}
        onClick={() => store.redo()}
      />
    </fieldset>
  );
}
