import type { Diagram, DiagramId, FolderId } from './model/diagram.ts';
import { saveDiagram } from './save-diagram.ts';
import { newId, partsOf, recordObject, type Shelf } from './shelf.ts';
import { changeDiagram, lockOf } from './store-diagrams.ts';
import { openDiagram, readThumbnail } from './versions.ts';

/* What a person does with diagrams without opening them. */

const MAX_NAME_CODE_POINTS = 200;
const MAX_TAG_CODE_POINTS = 40;

/** A name as it is kept: not surrounded by spaces, at most 200 characters, in one line. */
export function trimName(name: string): string {
  return cut(name, MAX_NAME_CODE_POINTS);
}

/** Each tag once, trimmed, at most 40 characters, in the order of the alphabet. */
export function trimTags(tags: readonly string[]): readonly string[] {
  const trimmed = tags.map((tag) => cut(tag, MAX_TAG_CODE_POINTS)).filter((tag) => tag !== '');
  return [...new Set(trimmed)].sort((a, b) => a.localeCompare(b));
}

function cut(text: string, codePoints: number): string {
  return [...text.replace(/\s+/gu, ' ').trim()].slice(0, codePoints).join('');
}

export async function renameDiagram(shelf: Shelf, id: DiagramId, name: string): Promise<void> {
  await changeKnown(shelf, id, (diagram) => ({ ...diagram, name: trimName(name) }));
}

export async function tagDiagrams(
  shelf: Shelf,
  ids: readonly DiagramId[],
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<void> {
  await changeEach(shelf, ids, (diagram) => {
    const kept = diagram.tags.filter((tag) => !change.remove.includes(tag));
    return { ...diagram, tags: trimTags([...kept, ...change.add]) };
  });
}

export async function moveDiagrams(
  shelf: Shelf,
  ids: readonly DiagramId[],
  folderId: FolderId | null,
): Promise<void> {
  await changeEach(shelf, ids, (diagram) => ({ ...diagram, folderId }));
}

export async function binDiagrams(shelf: Shelf, ids: readonly DiagramId[]): Promise<void> {
  const binnedAt = shelf.now();
  await changeEach(shelf, ids, (diagram) => ({ ...diagram, binnedAt }));
}

export async function unbinDiagrams(shelf: Shelf, ids: readonly DiagramId[]): Promise<void> {
  await changeEach(shelf, ids, (diagram) => ({ ...diagram, binnedAt: null }));
}

/** For good: first the record, so that what a crash leaves is no diagram any more. */
export async function deleteDiagrams(shelf: Shelf, ids: readonly DiagramId[]): Promise<void> {
  for (const id of ids) {
    await shelf.exclusively(lockOf(id), async () => {
      const { store } = shelf.vault;
      await store.delete(recordObject(id).name);
      for (const name of await store.list(partsOf(id))) await store.delete(name);
    });
  }
}

/** A new diagram as the newest version of this one, beside it. */
export async function duplicateDiagram(
  shelf: Shelf,
  id: DiagramId,
  name: string,
): Promise<DiagramId | undefined> {
  const opened = await openDiagram(shelf, id);
  if (!opened) return undefined;
  const copy = newId<DiagramId>();
  const { thumbnail, folderId, tags, kind } = opened.diagram;
  const picture = thumbnail ? { thumbnail: await readThumbnail(shelf, id, thumbnail) } : {};
  await saveDiagram(shelf, copy, opened.scene, { name, ...picture, ...(kind && { kind }) });
  await changeKnown(shelf, copy, (diagram) => ({ ...diagram, folderId, tags }));
  return copy;
}

async function changeEach(
  shelf: Shelf,
  ids: readonly DiagramId[],
  change: (diagram: Diagram) => Diagram,
): Promise<void> {
  for (const id of ids) await changeKnown(shelf, id, change);
}

async function changeKnown(
  shelf: Shelf,
  id: DiagramId,
  change: (diagram: Diagram) => Diagram,
): Promise<void> {
  await changeDiagram(shelf, id, async (diagram) => diagram && change(diagram));
}
