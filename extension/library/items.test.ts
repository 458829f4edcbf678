import { expect, test } from 'vitest';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { EMPTY_SCENE } from '../../shared/scene/model/scene.ts';
import type { DiagramId } from './model/diagram.ts';
import { duplicateDiagram } from './organise.ts';
import { saveDiagram } from './save-diagram.ts';
import { packSecret, unpackSecret } from './secrets/pack-secret.ts';
import { EMPTY_SECRET } from './secrets/secret.ts';
import { newId } from './shelf.ts';
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
