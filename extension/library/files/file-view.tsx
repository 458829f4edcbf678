import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SceneAttachment } from '../../../shared/scene/model/scene.ts';
import { formatBytes } from '../../../shared/ui/format.ts';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { saveFile } from '../../../shared/ui/reader/save-file.ts';
import { LIBRARY_SHELF } from '../library.ts';
import type { DiagramId } from '../model/diagram.ts';
import { openDiagram } from '../versions.ts';

/** A file of the library, to be saved to the computer; nothing of it is shown or run. */
export function FileView({ id }: { readonly id: DiagramId }) {
  const [file, setFile] = useState<SceneAttachment | 'gone'>();
  useEffect(() => {
    openDiagram(LIBRARY_SHELF, id).then(
      (opened) => setFile(opened?.scene.attachments[0] ?? 'gone'),
      () => setFile('gone'),
    );
  }, [id]);
  if (!file) return null;
  return (
    <div class="stack">
      <a href="#all">{i18n.t('library.back')}</a>
      <PageHeading title={file === 'gone' ? i18n.t('library.kinds.file') : file.name} />
      {file === 'gone' ? (
        <p class="notice">{i18n.t('library.file.gone')}</p>
      ) : (
        <div class="card row spread">
          <span>{formatBytes(file.bytes.length)}</span>
          <button
            type="button"
            class="primary"
            onClick={() =>
              saveFile(file.name, new Blob([file.bytes], { type: 'application/octet-stream' }))
            }
          >
            {i18n.t('library.file.save')}
          </button>
        </div>
      )}
    </div>
  );
}
