import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { foldersWithin } from '../folders.ts';
import type { Folder, FolderId } from '../model/diagram.ts';
import { flattenFolders } from '../model/flatten-folders.ts';

interface FolderSelectProps {
  readonly folders: readonly Folder[];
  readonly label: string;
  readonly value: FolderId | null;
  /** Neither this one nor what lies in it can be chosen. */
  readonly without?: FolderId;
}

/** A choice of all folders, those within others set in. Its field is called `folder`, empty for the top. */
export function FolderSelect({ folders, label, value, without }: FolderSelectProps) {
  const id = useId();
  const left = without ? foldersWithin(folders, without) : new Set();
  const choices = flattenFolders(folders).filter(({ folder }) => !left.has(folder.id));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name="folder" defaultValue={value ?? ''}>
        <option value="">{i18n.t('library.folder.top')}</option>
        {choices.map(({ folder, depth }) => (
          <option key={folder.id} value={folder.id} selected={folder.id === value}>
            {'\u2003'.repeat(depth)}
            {folder.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What was chosen. */
export function readFolder(fields: FormData): FolderId | null {
  return (String(fields.get('folder')) || null) as FolderId | null;
}
