import { expect, test } from 'vitest';
import { type Bytes, equalBytes } from '../../../shared/crypto/bytes.ts';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../../../shared/scene/model/scene.ts';
import { listFolders, makeFolder } from '../folders.ts';
import type { DiagramId } from '../model/diagram.ts';
import { binDiagrams, moveDiagrams, tagDiagrams } from '../organise.ts';
import { type SaveOptions, saveDiagram } from '../save-diagram.ts';
import { packSecret } from '../secrets/pack-secret.ts';
import { EMPTY_SECRET } from '../secrets/secret.ts';
import { newId, type Shelf } from '../shelf.ts';
import { listDiagrams } from '../store-diagrams.ts';
import { makeShelf } from '../testing/test-shelf.ts';
import { openVersion } from '../versions.ts';
import { importLibrary } from './import-library.ts';
import { openLibrary, sealLibrary } from './library-file.ts';
import { packLibrary } from './pack-library.ts';
import { unpackLibrary } from './unpack-library.ts';

const SECRET = {
  ...EMPTY_SECRET,
  user: 'ada',
  fields: [{ name: 'PIN', value: '1', isHidden: true }],
};
const drawn = (text: string): Scene => ({
  ...EMPTY_SCENE,
  elements: [makeElement('text', { id: 'a', text })],
});
const attached = (bytes: Bytes): Scene => ({
  ...EMPTY_SCENE,
  attachments: [{ name: 'a.bin', type: 'application/x-own', bytes }],
});

/** One of each kind, with versions, a folder, tags, and one in the bin. */
async function fill(shelf: Shelf): Promise<void> {
  const add = async (scenes: readonly Scene[], options: SaveOptions) => {
    const id = newId<DiagramId>();
    for (const scene of scenes) await saveDiagram(shelf, id, scene, options);
    return id;
  };
  const flow = await add([drawn('one'), drawn('two')], { name: 'Flow', versionName: 'Kept' });
  const secrets = [SECRET, { ...SECRET, value: 'hunter2' }].map(packSecret);
  const secret = await add(secrets, { name: 'Bank', kind: 'secret' });
  await add([attached(new Uint8Array(5_000_000).map((_, index) => index))], {
    name: 'a.bin',
    kind: 'file',
  });
  await moveDiagrams(shelf, [secret], await makeFolder(shelf, 'Work', null));
  await tagDiagrams(shelf, [secret], { add: ['money'], remove: [] });
  await binDiagrams(shelf, [flow]);
}

/** All that a person could tell of it, whatever the ids of its parts. */
async function summarise(shelf: Shelf) {
  const { diagrams, damaged } = await listDiagrams(shelf);
  const described = diagrams.map(async ({ id, versions, parts: _, ...rest }) => ({
    ...rest,
    id,
    versions: await Promise.all(
      versions.map(async ({ version, name, savedAt }) => {
        const { attachments, ...scene } = await openVersion(shelf, id, version);
        return {
          version,
          name,
          savedAt,
          scene,
          attachments: attachments.map(({ bytes: _, ...it }) => it),
        };
      }),
    ),
  }));
  const all = await Promise.all(described);
  return {
    folders: await listFolders(shelf),
    damaged,
    diagrams: all.sort((a, b) => a.id.localeCompare(b.id)),
  };
}

async function fileOf(shelf: Shelf): Promise<Bytes> {
  const { diagrams } = await listDiagrams(shelf);
  const file = diagrams.find(({ kind }) => kind === 'file');
  const scene = file && (await openVersion(shelf, file.id, 1));
  return scene?.attachments[0]?.bytes ?? new Uint8Array();
}

test('diagrams, secrets and files come back from a sealed file with all their versions', async () => {
  const here = makeShelf();
  await fill(here);
  const { zip, diagramCount, skippedCount } = await packLibrary(here);
  expect({ diagramCount, skippedCount }).toEqual({ diagramCount: 3, skippedCount: 0 });
  const sealed = new Uint8Array(await (await sealLibrary(zip, 'correct horse')).arrayBuffer());
  const there = makeShelf();
  const unpacked = unpackLibrary(await openLibrary(sealed, 'correct horse'));
  expect(await importLibrary(there, unpacked)).toEqual({
    addedCount: 3,
    knownCount: 0,
    skippedCount: 0,
  });
  expect(await summarise(there)).toEqual(await summarise(here));
  expect(equalBytes(await fileOf(there), await fileOf(here))).toBe(true);
  expect((await fileOf(there)).length).toBe(5_000_000);
  expect(await importLibrary(there, unpacked)).toMatchObject({ addedCount: 0, knownCount: 3 });
});
