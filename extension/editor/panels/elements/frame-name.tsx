import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { findElement } from '../../../../shared/scene/model/index-elements.ts';
import { renameFrame } from '../../../../shared/scene/operations/frames.ts';
import { useEditor, useStore } from '../../use-editor.ts';

/** The name of the frame that is selected alone. */
export function FrameName() {
  const store = useStore();
  const id = useId();
  const frame = useEditor(({ scene, selection }) => {
    const [only, ...others] = selection;
    const element =
      others.length === 0 && only !== undefined ? findElement(scene, only) : undefined;
    return element?.type === 'frame' ? element : null;
  });
  if (frame === null) return null;
  const rename = (name: string) =>
    store.commit({ key: 'rename', count: 1 }, renameFrame(store.state.scene, frame.id, name));
  return (
    <div class="field frame-name">
      <label for={id}>{i18n.t('editor.panels.frameName')}</label>
      <input
        id={id}
        value={frame.name ?? ''}
        placeholder={i18n.t('editor.tools.frame')}
        maxLength={100}
        autoComplete="off"
        spellcheck={false}
        disabled={frame.locked}
        onChange={(event) => rename(event.currentTarget.value)}
      />
    </div>
  );
}
