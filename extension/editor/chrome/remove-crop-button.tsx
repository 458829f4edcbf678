import { i18n } from '#i18n';
import { ACTIONS } from '../actions/actions.ts';
import { ACTION_KEYS } from '../keys/key-table.ts';
import { showKey } from '../panels/keys/show-key.ts';
import { useEditor, useStore } from '../use-editor.ts';

/** Shows everything again, where the scene is cropped. */
export function RemoveCropButton() {
  const store = useStore();
  const isCropped = useEditor(({ scene }) => scene.crop !== null);
  if (!isCropped) return null;
  const label = i18n.t('editor.keys.names.removeCrop');
  return (
    <div class="island">
      <button
        type="button"
        class="remove-crop"
        title={`${label} (${showKey(ACTION_KEYS.removeCrop[0])})`}
        onClick={() => ACTIONS.removeCrop(store)}
      >
        {label}
      </button>
    </div>
  );
}
