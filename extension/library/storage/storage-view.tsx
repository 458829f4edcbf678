import { i18n } from '#i18n';
import { formatBytes } from '../../../shared/ui/format.ts';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { ConfirmButton } from '../../page/confirm-button.tsx';
import { LIBRARY_SHELF } from '../library.ts';
import { diagramBytes } from '../model/find-diagrams.ts';
import { deleteDiagrams } from '../organise.ts';
import { BinActions } from '../page/bin-actions.tsx';
import { nameOf } from '../page/diagram-card.tsx';
import { versionsHref } from '../page/read-where.ts';
import type { LibraryContent, UseLibrary } from '../page/use-library.ts';
import { deleteUnnamedVersions } from '../versions.ts';
import { StorageUsed } from './storage-used.tsx';

interface StorageViewProps {
  readonly content: LibraryContent;
  readonly act: UseLibrary['act'];
}

/** What takes room, and how to make some. */
export function StorageView({ content: { diagrams }, act }: StorageViewProps) {
  const sized = diagrams.map((diagram) => ({ diagram, bytes: diagramBytes(diagram) }));
  sized.sort((a, b) => b.bytes - a.bytes);
  const ids = diagrams.map(({ id }) => id);
  return (
    <div class="stack">
      <a href="#all">{i18n.t('library.storage.back')}</a>
      <PageHeading title={i18n.t('library.storage.title')} />
      <StorageUsed diagrams={diagrams} />
      <p>{i18n.t('library.storage.hint')}</p>
      <div class="row">
        <ConfirmButton
          label={i18n.t('library.storage.thin')}
          title={i18n.t('library.storage.thinTitle')}
          body={i18n.t('library.storage.thinBody')}
          failed={i18n.t('library.failed')}
          onConfirm={() =>
            act(i18n.t('library.storage.thinned'), () => deleteUnnamedVersions(LIBRARY_SHELF, ids))
          }
        />
        <BinActions binned={diagrams.filter(({ binnedAt }) => binnedAt !== null)} act={act} />
      </div>
      <h2>{i18n.t('library.storage.more')}</h2>
      <p class="faded">{i18n.t('library.storage.about')}</p>
      <ul class="sizes">
        {sized.map(({ diagram, bytes }) => (
          <li key={diagram.id} class="card row spread">
            <span>
              <bdi>{nameOf(diagram)}</bdi>
              {diagram.binnedAt !== null && <span class="faded"> ({i18n.t('library.bin')})</span>}
            </span>
            <span class="row">
              <span>{formatBytes(bytes)}</span>
              <a href={versionsHref(diagram.id)}>
                {i18n.t('library.storage.versions', diagram.versions.length)}
              </a>
              <ConfirmButton
                label={i18n.t('library.selection.delete')}
                title={i18n.t('library.selection.deleteTitle')}
                body={i18n.t('library.selection.deleteBody', 1)}
                failed={i18n.t('library.failed')}
                onConfirm={() =>
                  act(i18n.t('library.selection.deleted', 1), () =>
                    deleteDiagrams(LIBRARY_SHELF, [diagram.id]),
                  )
                }
              />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
