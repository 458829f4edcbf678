import { expect, test } from 'vitest';
import { makeElement } from '../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../shared/scene/model/scene.ts';
import { deleteFolder, foldersWithin, listFolders, makeFolder, moveFolder } from './folders.ts';
import type { DiagramId } from './model/diagram.ts';
import {
  binDiagrams,
  deleteDiagrams,
  duplicateDiagram,
  moveDiagrams,
  renameDiagram,
  tagDiagrams,
  unbinDiagrams,
} from './organise.ts';
import { saveDiagram } from './save-diagram.ts';
import { newId } from './shelf.ts';
import { listDiagrams, readDiagram } from './store-diagrams.ts';
import { makeShelf, type TestShelf } from './testing/test-shelf.ts';
import { openDiagram } from './versions.ts';

async function addDiagram(shelf: TestShelf, name: string): Promise<DiagramId> {
  const id = newId<DiagramId>();
  const elements = [makeElement('text', { id: 'a', text: name })];
  await saveDiagram(shelf, id, { ...EMPTY_SCENE, elements }, { name });
  return id;
}

test('a diagram is renamed, tagged, moved, binned and brought back without a new version', async () => {
  const shelf = makeShelf();
  const id = await addDiagram(shelf, 'One');
  const folder = await makeFolder(shelf, 'Work', null);
  await renameDiagram(shelf, id, '  A\nname  ');
  await tagDiagrams(shelf, [id], { add: ['b', ' a ', 'b', ''], remove: [] });
  await tagDiagrams(shelf, [id], { add: ['c'], remove: ['b'] });
  await moveDiagrams(shelf, [id], folder);
  await binDiagrams(shelf, [id]);
  expect(await readDiagram(shelf, id)).toMatchObject({
    name: 'A name',
    tags: ['a', 'c'],
    folderId: folder,
    binnedAt: shelf.time,
    versions: [{ version: 1 }],
  });
  await unbinDiagrams(shelf, [id]);
  expect((await readDiagram(shelf, id))?.binnedAt).toBeNull();
});

test('a copy stands alone', async () => {
  const shelf = makeShelf();
  const id = await addDiagram(shelf, 'One');
  await tagDiagrams(shelf, [id], { add: ['a'], remove: [] });
  const copy = await duplicateDiagram(shelf, id, 'One (copy)');
  await deleteDiagrams(shelf, [id]);
  expect((await listDiagrams(shelf)).diagrams.map(({ name }) => name)).toEqual(['One (copy)']);
  const opened = await openDiagram(shelf, copy as DiagramId);
  expect(opened?.scene.elements[0]).toMatchObject({ text: 'One' });
  expect(opened?.diagram.tags).toEqual(['a']);
});

test('a deleted diagram leaves nothing, also when a crash stops it', async () => {
  const shelf = makeShelf();
  const id = await addDiagram(shelf, 'One');
  shelf.store.writesLeft = 1;
  await expect(deleteDiagrams(shelf, [id])).rejects.toMatchObject({ code: 'unavailable' });
  expect((await listDiagrams(shelf)).diagrams).toEqual([]);
});

test('what lies in a deleted folder moves up; a folder never lies in itself', async () => {
  const shelf = makeShelf();
  const work = await makeFolder(shelf, 'Work', null);
  const clients = await makeFolder(shelf, 'Clients', work);
  const bank = await makeFolder(shelf, 'Bank', clients);
  const id = await addDiagram(shelf, 'One');
  await moveDiagrams(shelf, [id], clients);
  expect(foldersWithin(await listFolders(shelf), work)).toEqual(new Set([work, clients, bank]));
  await moveFolder(shelf, work, bank);
  expect((await listFolders(shelf))[0]?.parentId).toBeNull();
  await deleteFolder(shelf, clients);
  expect((await readDiagram(shelf, id))?.folderId).toBe(work);
  expect(await listFolders(shelf)).toMatchObject([
    { name: 'Work', parentId: null },
    { name: 'Bank', parentId: work },
  ]);
});
