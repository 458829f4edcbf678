import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConfirmButton } from '../../page/confirm-button.tsx';
import { deleteFolder, makeFolder, moveFolder, renameFolder } from '../folders.ts';
import { LIBRARY_SHELF } from '../library.ts';
import type { Folder } from '../model/diagram.ts';
import { FolderSelect, readFolder } from './folder-select.tsx';
import { FormDialog } from './form-dialog.tsx';
import { TextField } from './text-field.tsx';
import type { UseLibrary } from './use-library.ts';

interface FolderActionsProps {
  readonly folder: Folder;
  readonly folders: readonly Folder[];
  readonly act: UseLibrary['act'];
}

/** What can be done with the folder that is open. */
export function FolderActions({ folder, folders, act }: FolderActionsProps) {
  const [asked, setAsked] = useState<'make' | 'rename' | 'move'>();
  const close = () => setAsked(undefined);
  return (
    <div class="row tight">
      <button type="button" onClick={() => setAsked('make')}>
        {i18n.t('library.folder.makeInside')}
      </button>
      <button type="button" onClick={() => setAsked('rename')}>
        {i18n.t('library.folder.rename')}
      </button>
      <button type="button" onClick={() => setAsked('move')}>
        {i18n.t('library.folder.move')}
      </button>
      <ConfirmButton
        label={i18n.t('library.folder.delete')}
        title={i18n.t('library.folder.deleteTitle')}
        body={i18n.t('library.folder.deleteBody')}
        failed={i18n.t('library.folder.failed')}
        onConfirm={async () => {
          await act(i18n.t('library.folder.deleted'), () => deleteFolder(LIBRARY_SHELF, folder.id));
          location.hash = '#all';
        }}
      />
      <FormDialog
        isOpen={asked === 'make'}
        title={i18n.t('library.folder.makeInside')}
        label={i18n.t('library.folder.make')}
        onClose={close}
        onSubmit={(fields) =>
          act(i18n.t('library.folder.made'), () =>
            makeFolder(LIBRARY_SHELF, String(fields.get('name')), folder.id),
          )
        }
      >
        <TextField name="name" label={i18n.t('library.folder.name')} isRequired />
      </FormDialog>
      <FormDialog
        isOpen={asked === 'rename'}
        title={i18n.t('library.folder.rename')}
        label={i18n.t('library.selection.save')}
        onClose={close}
        onSubmit={(fields) =>
          act(i18n.t('library.folder.renamed'), () =>
            renameFolder(LIBRARY_SHELF, folder.id, String(fields.get('name'))),
          )
        }
      >
        <TextField
          name="name"
          label={i18n.t('library.folder.name')}
          value={folder.name}
          isRequired
        />
      </FormDialog>
      <FormDialog
        isOpen={asked === 'move'}
        title={i18n.t('library.folder.move')}
        label={i18n.t('library.folder.move')}
        onClose={close}
        onSubmit={(fields) =>
          act(i18n.t('library.folder.moved'), () =>
            moveFolder(LIBRARY_SHELF, folder.id, readFolder(fields)),
          )
        }
      >
        <FolderSelect
          folders={folders}
          label={i18n.t('library.folder.into')}
          value={folder.parentId}
          without={folder.id}
        />
      </FormDialog>
    </div>
  );
}
