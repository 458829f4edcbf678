import { expect, test } from 'vitest';
import { equalBytes, randomBytes } from '../../shared/crypto/bytes.ts';
import { EMPTY_SCENE } from '../../shared/scene/model/scene.ts';
import type { DiagramId } from './model/diagram.ts';
import { duplicateDiagram } from './organise.ts';
import { saveDiagram } from './save-diagram.ts';
import { packSecret, unpackSecret } from './secrets/pack-secret.ts';
import { EMPTY_SECRET } from './secrets/secret.ts';
import { newId, PARTS } from './shelf.ts';
import { readDiagram } from './store-diagrams.ts';
import { makeShelf, type TestShelf } from './testing/test-shelf.ts';
import { openDiagram, openVersion, restoreVersion } from './versions.ts';

async function addSecret(shelf: TestShelf): Promise<DiagramId> {
  const id = newId<DiagramId>();
  const first = { ...EMPTY_SECRET, user: 'ada', value: 'hunter1' };
  await saveDiagram(shelf, id, packSecret(first), { name: 'Bank', kind: 'secret' });
  await saveDiagram(shelf, id, packSecret({ ...first, user: 'grace', value: 'hunter2' }));
  return id;
}

test('a secret has versions, and an old one comes back as a secret that is found', async () => {
  const shelf = makeShelf();
  const id = await addSecret(shelf);
  expect(await readDiagram(shelf, id)).toMatchObject({ kind: 'secret', text: 'grace' });
  expect(unpackSecret(await openVersion(shelf, id, 1))).toMatchObject({ value: 'hunter1' });
  await restoreVersion(shelf, id, 1);
  const restored = await openDiagram(shelf, id);
  expect(restored?.diagram).toMatchObject({ kind: 'secret', text: 'ada', name: 'Bank' });
  expect(restored && unpackSecret(restored.scene)).toMatchObject({ value: 'hunter1' });
});

test('a copy of a secret is a secret, a copy of a file a file', async () => {
  const shelf = makeShelf();
  const secret = await duplicateDiagram(shelf, await addSecret(shelf), 'Copy');
  const copied = await openDiagram(shelf, secret as DiagramId);
  expect(copied?.diagram).toMatchObject({ kind: 'secret', text: 'grace', name: 'Copy' });
  const id = newId<DiagramId>();
  const bytes = randomBytes(100);
  const attachments = [{ name: 'a.bin', type: '', bytes }];
  await saveDiagram(shelf, id, { ...EMPTY_SCENE, attachments }, { name: 'a', kind: 'file' });
  const file = await openDiagram(shelf, (await duplicateDiagram(shelf, id, 'b')) as DiagramId);
  expect(file?.diagram).toMatchObject({ kind: 'file', text: 'a.bin' });
  expect(file?.scene.attachments[0]?.bytes).toEqual(bytes);
});

const MIB = 1024 * 1024;
const fileOf = (bytes: number) => ({
  ...EMPTY_SCENE,
  attachments: [
    { name: 'a.bin', type: '', bytes: new Uint8Array(bytes).fill(7, bytes / 2) },
  ] as const,
});

test('a large file lies in pieces, is told of as they are kept, and comes back whole', async () => {
  const shelf = makeShelf();
  const id = newId<DiagramId>();
  const scene = fileOf(9 * MIB + 1);
  const told: number[] = [];
  const onProgress = (done: number) => told.push(done);
  await saveDiagram(shelf, id, scene, { kind: 'file', onProgress });
  expect(told).toEqual([4 * MIB, 8 * MIB, 9 * MIB + 1]);
  const [opened] = (await openDiagram(shelf, id))?.scene.attachments ?? [];
  expect(equalBytes(opened?.bytes ?? new Uint8Array(), scene.attachments[0].bytes)).toBe(true);
  const longest = await Promise.all(
    (await shelf.store.list(PARTS)).map((it) => shelf.store.get(it)),
  );
  expect(Math.max(...longest.map((it) => it?.length ?? 0))).toBeLessThan(4.2 * MIB);
});

test('a file that is called off leaves nothing', async () => {
  const shelf = makeShelf();
  const canceling = new AbortController();
  const saving = saveDiagram(shelf, newId<DiagramId>(), fileOf(9 * MIB), {
    kind: 'file',
    signal: canceling.signal,
    onProgress: () => canceling.abort(),
  });
  await expect(saving).rejects.toMatchObject({ name: 'AbortError' });
  expect(await shelf.store.list('')).toEqual([]);
});
