import type { Folder, FolderId } from './diagram.ts';

export interface FlatFolder {
  readonly folder: Folder;
  /** 0 at the top. */
  readonly depth: number;
}

/** All folders, each followed by those in it, in the order of the alphabet. */
export function flattenFolders(folders: readonly Folder[]): readonly FlatFolder[] {
  const known = new Set(folders.map(({ id }) => id));
  // One whose parent is gone stands at the top, rather than nowhere.
  const parentOf = ({ parentId }: Folder) => (parentId && known.has(parentId) ? parentId : null);
  const sorted = [...folders].sort((a, b) => a.name.localeCompare(b.name));
  const within = (parentId: FolderId | null, depth: number): FlatFolder[] =>
    sorted
      .filter((folder) => parentOf(folder) === parentId)
      .flatMap((folder) => [{ folder, depth }, ...within(folder.id, depth + 1)]);
  return within(null, 0);
}

/** Names from the top down to the folder: `Work / Bank`. */
export function folderPath(folders: readonly Folder[], id: FolderId | null): string {
  const names: string[] = [];
  const seen = new Set<FolderId>();
  let folder = folders.find((it) => it.id === id);
  while (folder && !seen.has(folder.id)) {
    seen.add(folder.id);
    names.unshift(folder.name);
    const { parentId } = folder;
    folder = folders.find((it) => it.id === parentId);
  }
  return names.join(' / ');
}
