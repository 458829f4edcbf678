import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SceneAttachment } from '../../../../shared/scene/model/scene.ts';
import { removeAttachment } from '../../../../shared/scene/operations/scene-settings.ts';
import { formatBytes } from '../../../../shared/ui/format.ts';
import { saveFile } from '../../../../shared/ui/reader/save-file.ts';
import { announceStep } from '../../chrome/announce.ts';
import type { EditorStore } from '../../store.ts';
import { useEditor, useStore } from '../../use-editor.ts';

/** The sources that the diagram was made from and carries with it, each to be saved or left behind. */
export function Attachments() {
  const store = useStore();
  const attachments = useEditor(({ scene }) => scene.attachments);
  const title = useId();
  if (attachments.length === 0) return null;
  return (
    <section class="attachments" aria-labelledby={title}>
      <h2 id={title}>{i18n.t('editor.attachments.title')}</h2>
      <ul>
        {attachments.map((one, index) => (
          <li key={`${index},${one.name}`}>
            <span class="attachment-name">{one.name}</span>
            <span class="faded"> {formatBytes(one.bytes.length)}</span>
            <div class="row">
              <button
                type="button"
                aria-label={i18n.t('editor.attachments.saveOne', [one.name])}
                onClick={() => saveFile(one.name, new Blob([one.bytes], { type: one.type }))}
              >
                {i18n.t('editor.attachments.save')}
              </button>
              <button
                type="button"
                aria-label={i18n.t('editor.attachments.removeOne', [one.name])}
                onClick={() => detach(store, one)}
              >
                {i18n.t('editor.attachments.remove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function detach(store: EditorStore, attachment: SceneAttachment): void {
  const step = { key: 'detach', count: 1 } as const;
  store.commit(step, removeAttachment(store.state.scene, attachment));
  announceStep(store, step);
}
