import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SceneAttachment } from '../../../shared/scene/model/scene.ts';
import { formatBytes } from '../../../shared/ui/format.ts';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { saveFile } from '../../../shared/ui/reader/save-file.ts';
import { newDraftId } from '../../drafts/sealed-drafts.ts';
import { putDraft } from '../../drafts/store-drafts.ts';
import { openShareTab } from '../../share/open-share-tab.ts';
import { findPlaceFor } from '../account/joined-vault.ts';
import { LIBRARY_SHELF } from '../library.ts';
import type { DiagramId } from '../model/diagram.ts';
import { versionsHref } from '../page/read-where.ts';
import type { UseLibrary } from '../page/use-library.ts';
import { openDiagram } from '../versions.ts';

interface FileViewProps {
  readonly id: DiagramId;
  /** It lies in an account that does not open now. */
  readonly isLocked: boolean;
  readonly act: UseLibrary['act'];
}

/** A file of the library, to be saved to the computer or shared; nothing of it is shown or run. */
export function FileView({ id, isLocked, act }: FileViewProps) {
  const [file, setFile] = useState<SceneAttachment | 'gone'>();
  useEffect(() => {
    setFile(undefined);
    if (isLocked) return;
    openDiagram(LIBRARY_SHELF, id).then(
      (opened) => setFile(opened?.scene.attachments[0] ?? 'gone'),
      () => setFile('gone'),
    );
  }, [id, isLocked]);
  const isOpen = typeof file === 'object';

  return (
    <div class="stack">
      <a href="#all">{i18n.t('library.back')}</a>
      <PageHeading title={isOpen ? file.name : i18n.t('library.kinds.file')} />
      {isLocked && <p class="notice">{i18n.t('library.file.locked')}</p>}
      {!isLocked && file === undefined && <progress aria-label={i18n.t('library.file.opening')} />}
      {file === 'gone' && <p class="notice">{i18n.t('library.file.gone')}</p>}
      {isOpen && (
        <div class="card row spread">
          <span>{formatBytes(file.bytes.length)}</span>
          <div class="row">
            <button
              type="button"
              class="primary"
              onClick={() =>
                saveFile(file.name, new Blob([file.bytes], { type: 'application/octet-stream' }))
              }
            >
              {i18n.t('library.file.save')}
            </button>
            <button
              type="button"
              onClick={() => act(i18n.t('library.file.sharing'), () => shareFile(id, file))}
            >
              {i18n.t('library.secret.share.open')}
            </button>
            <a href={versionsHref(id)}>{i18n.t('library.selection.versions')}</a>
          </div>
        </div>
      )}
    </div>
  );
}

/** Begins a share of it in a tab beside this one. */
async function shareFile(id: DiagramId, { name, type, bytes }: SceneAttachment): Promise<void> {
  const files = [new File([bytes], name, { type })];
  const content = { kind: 'written', text: '', files, title: name } as const;
  const draft = await putDraft(content, newDraftId(await findPlaceFor(id)));
  await openShareTab({ draft });
}
