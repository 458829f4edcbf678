import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { DRAWIO_TYPE } from '../../../../shared/scene/formats/drawio/read-drawio.ts';
import type { SceneAttachment } from '../../../../shared/scene/model/scene.ts';
import { removeAttachment } from '../../../../shared/scene/operations/scene-settings.ts';
import { formatBytes } from '../../../../shared/ui/format.ts';
import { saveFile } from '../../../../shared/ui/reader/save-file.ts';
import { openBlob } from '../../../sandbox/open-blob.ts';
import { announceStep } from '../../chrome/announce.ts';
import { insertScene } from '../../opening/insert-scene.ts';
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
              {one.type === DRAWIO_TYPE && (
                <button
                  type="button"
                  aria-label={i18n.t('editor.attachments.openOne', [one.name])}
                  onClick={() => void openAttachment(store, one)}
                >
                  {i18n.t('editor.attachments.open')}
                </button>
              )}
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

/** Puts one of its pages into the drawing, which carries the whole of it already. */
async function openAttachment(store: EditorStore, { name, bytes }: SceneAttachment): Promise<void> {
  const file = new File([bytes], name);
  const result = await openBlob(file, { choosePage: (names) => store.choosePage(names) });
  if (result.ok) insertScene(store, { ...result.scene, attachments: [] }, 'import');
  else if (result.code !== 'cancelled') store.tell(result.message);
}

function detach(store: EditorStore, attachment: SceneAttachment): void {
  const step = { key: 'detach', count: 1 } as const;
  store.commit(step, removeAttachment(store.state.scene, attachment));
  announceStep(store, step);
}
