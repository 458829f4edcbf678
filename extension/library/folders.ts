import { OBJECT_ID_BYTES, type ObjectId } from '../../shared/crypto/brand.ts';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { getObject, putObject, type Vault, type VaultObject } from '../../shared/keys/vault.ts';
import type { Folder, FolderId } from './model/diagram.ts';
import { moveDiagrams, trimName } from './organise.ts';
import { newId, type Shelf } from './shelf.ts';
import { listDiagrams } from './store-diagrams.ts';

/** All folders lie in one object, which each profile has once. */
export const FOLDERS: VaultObject = {
  name: 'folders',
  role: 'vault-item',
  id: new Uint8Array(OBJECT_ID_BYTES) as ObjectId,
};

export async function listFolders(shelf: Shelf): Promise<readonly Folder[]> {
  return joinFolders(await readFolders(shelf));
}

/** A new folder in `parentId`. @returns its id */
export async function makeFolder(
  shelf: Shelf,
  name: string,
  parentId: FolderId | null,
): Promise<FolderId> {
  const id = newId<FolderId>();
  await changeFolders(shelf, (folders) => [...folders, { id, name: trimName(name), parentId }]);
  return id;
}

export async function renameFolder(shelf: Shelf, id: FolderId, name: string): Promise<void> {
  await changeFolders(shelf, (folders) =>
    folders.map((folder) => (folder.id === id ? { ...folder, name: trimName(name) } : folder)),
  );
}

/** Moves a folder with all in it; into itself it can't be moved, and stays. */
export async function moveFolder(
  shelf: Shelf,
  id: FolderId,
  parentId: FolderId | null,
): Promise<void> {
  await changeFolders(shelf, (folders) => {
    if (parentId !== null && foldersWithin(folders, id).has(parentId)) return folders;
    return folders.map((folder) => (folder.id === id ? { ...folder, parentId } : folder));
  });
}

/** Deletes a folder; what lies in it moves to where the folder was. */
export async function deleteFolder(shelf: Shelf, id: FolderId): Promise<void> {
  const deleted = (await listFolders(shelf)).find((folder) => folder.id === id);
  if (!deleted) return;
  const { diagrams } = await listDiagrams(shelf);
  const inside = diagrams.filter(({ folderId }) => folderId === id);
  await moveDiagrams(
    shelf,
    inside.map((diagram) => diagram.id),
    deleted.parentId,
  );
  await changeFolders(shelf, (folders) =>
    folders
      .filter((folder) => folder.id !== id)
      .map((folder) =>
        folder.parentId === id ? { ...folder, parentId: deleted.parentId } : folder,
      ),
  );
}

/** Adds folders of another library as they are; those that are here already stay. */
export async function addFolders(shelf: Shelf, added: readonly Folder[]): Promise<void> {
  await changeFolders(shelf, (folders) => {
    const known = new Set(folders.map(({ id }) => id));
    return [...folders, ...added.filter(({ id }) => !known.has(id))];
  });
}

/** The folder and all folders in it, however deep. */
export function foldersWithin(folders: readonly Folder[], id: FolderId): ReadonlySet<FolderId> {
  const within = new Set([id]);
  for (const known of within) {
    for (const folder of folders) if (folder.parentId === known) within.add(folder.id);
  }
  return within;
}

interface StoredFolders {
  readonly vault: Vault;
  readonly revision: number;
  readonly folders: readonly Folder[];
}

/** Of each vault its own. */
async function readFolders(shelf: Shelf): Promise<readonly StoredFolders[]> {
  const vaults = (await shelf.vaults?.()) ?? [shelf.vault];
  return Promise.all(
    vaults.map(async (vault) => {
      const opened = await getObject(vault, FOLDERS);
      const folders: readonly Folder[] = opened
        ? JSON.parse(new TextDecoder().decode(opened.data))
        : [];
      return { vault, revision: opened?.version ?? 0, folders };
    }),
  );
}

/** Each folder once. */
function joinFolders(stored: readonly StoredFolders[]): readonly Folder[] {
  const folders = stored.flatMap((it) => it.folders.map((folder) => [folder.id, folder] as const));
  return [...new Map(folders).values()];
}

async function changeFolders(
  shelf: Shelf,
  change: (folders: readonly Folder[]) => readonly Folder[],
): Promise<void> {
  await shelf.exclusively('folders', async () => {
    const stored = await readFolders(shelf);
    const json = utf8(JSON.stringify(change(joinFolders(stored))));
    for (const { vault, revision } of stored) await putObject(vault, FOLDERS, revision + 1, json);
  });
}
