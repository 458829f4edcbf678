import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { makeFolder, moveFolder } from '../folders.ts';
import { LIBRARY_SHELF } from '../library.ts';
import type { Folder, FolderId } from '../model/diagram.ts';
import type { Place } from '../model/find-diagrams.ts';
import { flattenFolders } from '../model/flatten-folders.ts';
import { binDiagrams, moveDiagrams } from '../organise.ts';
import type { Dragged } from './drag-diagrams.ts';
import { FormDialog } from './form-dialog.tsx';
import { PlaceLink } from './place-link.tsx';
import { TextField } from './text-field.tsx';
import type { LibraryContent, UseLibrary } from './use-library.ts';

interface PlaceListProps {
  readonly place: Place;
  readonly content: LibraryContent;
  readonly act: UseLibrary['act'];
}

/** All diagrams, the folders, and the bin; what is dragged onto one of them goes there. */
export function PlaceList({ place, content, act }: PlaceListProps) {
  const [isMaking, setMaking] = useState(false);
  const { diagrams, folders } = content;
  const live = diagrams.filter(({ binnedAt }) => binnedAt === null);

  async function drop(dragged: Dragged, folderId: FolderId | null): Promise<void> {
    if ('folder' in dragged) {
      const moving = () => moveFolder(LIBRARY_SHELF, dragged.folder, folderId);
      return act(i18n.t('library.folder.moved'), moving);
    }
    const { length } = dragged.diagrams;
    const moving = () => moveDiagrams(LIBRARY_SHELF, dragged.diagrams, folderId);
    return act(i18n.t('library.selection.moved', length), moving);
  }

  async function dropInBin(dragged: Dragged): Promise<void> {
    if ('folder' in dragged) return;
    const { length } = dragged.diagrams;
    const binning = () => binDiagrams(LIBRARY_SHELF, dragged.diagrams);
    await act(i18n.t('library.selection.binned', length), binning);
  }

  return (
    <nav class="library-places" aria-label={i18n.t('library.places.label')}>
      <ul>
        <PlaceLink
          place={{ name: 'all' }}
          label={i18n.t('library.places.all')}
          count={live.length}
          isHere={place.name === 'all'}
          onDrop={(dragged) => drop(dragged, null)}
        />
        {flattenFolders(folders).map(({ folder, depth }) => (
          <PlaceLink
            key={folder.id}
            place={{ name: 'folder', id: folder.id }}
            label={folder.name}
            depth={depth + 1}
            count={countIn(folder, live)}
            isHere={place.name === 'folder' && place.id === folder.id}
            dragged={{ folder: folder.id }}
            onDrop={(dragged) => drop(dragged, folder.id)}
          />
        ))}
        <PlaceLink
          place={{ name: 'bin' }}
          label={i18n.t('library.bin')}
          count={diagrams.length - live.length}
          isHere={place.name === 'bin'}
          onDrop={dropInBin}
        />
      </ul>
      <button type="button" class="quiet" onClick={() => setMaking(true)}>
        {i18n.t('library.places.newFolder')}
      </button>
      <FormDialog
        isOpen={isMaking}
        title={i18n.t('library.places.newFolder')}
        label={i18n.t('library.folder.make')}
        onClose={() => setMaking(false)}
        onSubmit={(fields) =>
          act(i18n.t('library.folder.made'), () =>
            makeFolder(LIBRARY_SHELF, String(fields.get('name')), null),
          )
        }
      >
        <TextField name="name" label={i18n.t('library.folder.name')} isRequired />
      </FormDialog>
    </nav>
  );
}

function countIn({ id }: Folder, live: LibraryContent['diagrams']): number {
  return live.filter(({ folderId }) => folderId === id).length;
}
