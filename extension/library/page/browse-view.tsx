import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useDroppedFiles } from '../../../shared/ui/composer/use-dropped-files.ts';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { AddFile } from '../files/add-file.tsx';
import { AddingFiles } from '../files/adding-files.tsx';
import { useAddingFiles } from '../files/use-adding-files.ts';
import type { DiagramId } from '../model/diagram.ts';
import {
  countTags,
  findDiagrams,
  type Kind,
  type Place,
  type Sort,
} from '../model/find-diagrams.ts';
import { StorageUsed } from '../storage/storage-used.tsx';
import { TransferLibrary } from '../transfer/transfer-library.tsx';
import { BinActions } from './bin-actions.tsx';
import { BlankStart } from './blank-start.tsx';
import { DiagramGrid } from './diagram-grid.tsx';
import { FindBar } from './find-bar.tsx';
import { FolderActions } from './folder-actions.tsx';
import { PlaceList } from './place-list.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import type { LibraryContent, UseLibrary } from './use-library.ts';

interface BrowseViewProps {
  readonly place: Place;
  readonly content: LibraryContent;
  readonly act: UseLibrary['act'];
}

/** The places at the side, and what is found in one of them. */
export function BrowseView({ place, content, act }: BrowseViewProps) {
  const { diagrams, folders, damaged } = content;
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [tags, setTags] = useState<readonly string[]>([]);
  const [sort, setSort] = useState<Sort>('savedAt');
  const [selected, setSelected] = useState<ReadonlySet<DiagramId>>(new Set());
  const [renamed, setRenamed] = useState<DiagramId>();
  const { adding, add } = useAddingFiles({ act });
  useDroppedFiles(({ files }) => add(files));
  const placeKey = place.name === 'folder' ? place.id : place.name;
  useEffect(() => {
    setSelected(new Set());
    setTags([]);
  }, [placeKey]);

  const counted = useMemo(() => countTags(diagrams, folders, place), [diagrams, folders, placeKey]);
  const found = useMemo(
    () => findDiagrams(diagrams, folders, { place, kind, words, tags, sort }),
    [diagrams, folders, placeKey, kind, words, tags, sort],
  );
  const chosen = found.map(({ diagram }) => diagram).filter(({ id }) => selected.has(id));
  const folder = place.name === 'folder' && folders.find(({ id }) => id === place.id);
  const title = folder
    ? folder.name
    : i18n.t(place.name === 'bin' ? 'library.bin' : 'library.title');

  const isBlank = diagrams.length === 0 && folders.length === 0 && damaged.length === 0;
  // While an account is locked or not read yet, what lies in it is not to be seen, yet not missing.
  if (isBlank && content.accountIds.size === 0 && content.isAccountRead) {
    return (
      <>
        <BlankStart onFiles={add} />
        <AddingFiles adding={adding} />
        <TransferLibrary content={content} act={act} />
      </>
    );
  }
  return (
    <div class="library">
      <PlaceList place={place} content={content} act={act} />
      <section class="library-main stack" aria-label={title}>
        <div class="row spread">
          <PageHeading title={title} />
          {folder && <FolderActions folder={folder} folders={folders} act={act} />}
          {place.name === 'bin' && (
            <BinActions binned={diagrams.filter(({ binnedAt }) => binnedAt !== null)} act={act} />
          )}
          {place.name === 'all' && (
            <div class="row tight">
              <a class="button primary" href="/editor.html#new">
                {i18n.t('library.new')}
              </a>
              <a class="button" href="#new-secret">
                {i18n.t('library.newSecret')}
              </a>
              <AddFile onFiles={add} />
            </div>
          )}
        </div>
        <AddingFiles adding={adding} />
        {damaged.length > 0 && (
          <p class="notice small">{i18n.t('library.damaged', damaged.length)}</p>
        )}
        <FindBar
          words={words}
          onWords={setWords}
          kind={kind}
          onKind={setKind}
          tags={tags}
          counted={counted}
          onTags={setTags}
          sort={sort}
          onSort={setSort}
        />
        <DiagramGrid
          found={found}
          folders={folders}
          isSought={words.trim() !== '' || tags.length > 0 || kind !== 'all'}
          isBin={place.name === 'bin'}
          accountIds={content.accountIds}
          selected={selected}
          onSelect={setSelected}
          onRename={setRenamed}
          act={act}
        />
        <RenameDialog
          diagram={diagrams.find(({ id }) => id === renamed)}
          onClose={() => setRenamed(undefined)}
          act={act}
        />
        {chosen.length > 0 && (
          <SelectionBar
            chosen={chosen}
            folders={folders}
            isBin={place.name === 'bin'}
            onRename={() => setRenamed(chosen[0]?.id)}
            onAll={() => setSelected(new Set(found.map(({ diagram }) => diagram.id)))}
            onNone={() => setSelected(new Set())}
            act={act}
          />
        )}
        {place.name === 'all' && <TransferLibrary content={content} act={act} />}
        <StorageUsed diagrams={diagrams} />
      </section>
    </div>
  );
}
