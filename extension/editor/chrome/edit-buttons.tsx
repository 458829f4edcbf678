import { i18n } from '#i18n';
import { pickElements } from '../../../shared/scene/model/index-elements.ts';
import { ACTIONS, uncropPicture } from '../actions/actions.ts';
import { copySelection, cutSelection, pasteClipboard } from '../clipboard/clipboard-actions.ts';
import type { IconName } from '../icons/icon-paths.ts';
import { ACTION_KEYS, PLACE_KEYS, TOOL_KEYS } from '../keys/key-table.ts';
import { showKey } from '../panels/keys/show-key.ts';
import { pickPicture } from '../tools/crop/crop-subject.ts';
import { useEditor, useStore } from '../use-editor.ts';
import { IconButton } from './icon-button.tsx';
import { useRovingFocus } from './use-roving-focus.ts';

const KEYS = { ...ACTION_KEYS, ...PLACE_KEYS };
const EDITS = {
  cut: cutSelection,
  copy: copySelection,
  paste: pasteClipboard,
  duplicate: ACTIONS.duplicate,
  remove: ACTIONS.remove,
} as const;
type EditName = keyof typeof EDITS;

/** What keys do to the selection and the clipboard, for who has none: one stop for Tab, arrows within. */
export function EditButtons() {
  const store = useStore();
  const scene = useEditor((state) => state.scene);
  const selection = useEditor((state) => state.selection);
  const isCropping = useEditor((state) => state.tool === 'crop');
  const roving = useRovingFocus();
  const picture = pickPicture(scene, selection);
  const isLocked = pickElements(scene, selection).some(({ locked }) => locked);
  const names: readonly EditName[] =
    selection.size === 0
      ? ['paste']
      : isLocked
        ? ['copy', 'paste']
        : ['cut', 'copy', 'paste', 'duplicate', 'remove'];
  return (
    <div class="island" role="toolbar" aria-label={i18n.t('editor.edit')} {...roving}>
      {names.map((name) => (
        <IconButton
          key={name}
          icon={name satisfies IconName}
          label={i18n.t(`editor.keys.names.${name}`)}
          keys={showKey(KEYS[name][0])}
          onClick={() => void EDITS[name](store)}
        />
      ))}
      {picture && (
        <IconButton
          icon="crop"
          label={i18n.t('editor.cropPicture')}
          keys={TOOL_KEYS.crop[0] ?? ''}
          isPressed={isCropping}
          onClick={() => store.setTool(isCropping ? 'select' : 'crop')}
        />
      )}
      {picture?.image.crop && (
        <IconButton
          icon="image"
          label={i18n.t('editor.uncropPicture')}
          onClick={() => uncropPicture(store, picture)}
        />
      )}
    </div>
  );
}
