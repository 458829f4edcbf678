import { describe, expect, test } from 'vitest';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { makeElement } from '../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../../shared/scene/model/scene.ts';
import { readHidden } from '../../shared/scene/redaction/hidden.ts';
import type { DiagramId } from './model/diagram.ts';
import { type SaveOptions, saveDiagram } from './save-diagram.ts';
import { newId } from './shelf.ts';
import { sweepLibrary } from './sweep-parts.ts';
import { makeShelf } from './testing/test-shelf.ts';
import { listVersions, nameVersion, openDiagram, openVersion, restoreVersion } from './versions.ts';

const id = () => newId<DiagramId>();
const written = (text: string): Scene => ({
  ...EMPTY_SCENE,
  elements: [makeElement('text', { id: 'a', text })],
});
const picture = { mimeType: 'image/png', bytes: randomBytes(60_000), width: 4, height: 4 } as const;
const pictured = (text: string): Scene => ({
  ...written(text),
  elements: [...written(text).elements, makeElement('image', { id: 'b', fileId: 'f' })],
  files: { f: picture, unused: { ...picture, bytes: randomBytes(50_000) } },
  attachments: [{ name: 'a.mmd', type: 'text/plain', bytes: randomBytes(20) }],
});

test('a scene comes back as it was saved, without the files that nothing shows', async () => {
  const shelf = makeShelf();
  const diagram = id();
  const scene = pictured('Login');
  await saveDiagram(shelf, diagram, scene, { name: 'Flow', thumbnail: new Blob(['png']) });
  const opened = await openDiagram(shelf, diagram);
  expect(opened?.scene).toEqual({ ...scene, files: { f: picture } });
  expect(opened?.diagram).toMatchObject({ name: 'Flow', text: 'Login', binnedAt: null });
  expect(opened?.version).toMatchObject({ version: 1, name: null, elementCount: 2 });
  expect(await openDiagram(shelf, id())).toBeUndefined();
});

test('versions share their pictures, and an equal scene makes no version', async () => {
  const shelf = makeShelf();
  const diagram = id();
  await saveDiagram(shelf, diagram, pictured('one'));
  const first = (await shelf.store.list('part/')).length;
  await saveDiagram(shelf, diagram, { ...pictured('two'), attachments: [] });
  expect((await shelf.store.list('part/')).length).toBe(first + 1);
  const again = await saveDiagram(shelf, diagram, { ...pictured('two'), attachments: [] });
  expect(again.version).toBe(2);
  const named = await saveDiagram(
    shelf,
    diagram,
    { ...pictured('two'), attachments: [] },
    { name: 'Renamed', versionName: 'Before the talk', thumbnail: new Blob(['png']) },
  );
  expect(named.version).toBe(2);
  const opened = await openDiagram(shelf, diagram);
  expect(opened?.diagram.name).toBe('Renamed');
  expect(opened?.version).toMatchObject({ name: 'Before the talk' });
  expect(opened?.diagram.thumbnail).not.toBeNull();
});

test('an old version opens, is named, and comes back as the newest', async () => {
  const shelf = makeShelf();
  const diagram = id();
  for (const text of ['one', 'two', 'three']) await saveDiagram(shelf, diagram, written(text));
  await nameVersion(shelf, diagram, 1, 'First');
  expect(await openVersion(shelf, diagram, 1)).toEqual(written('one'));
  expect(await restoreVersion(shelf, diagram, 1)).toMatchObject({ version: 4 });
  const versions = await listVersions(shelf, diagram);
  expect(versions.map(({ version, name }) => [version, name])).toEqual([
    [4, null],
    [3, null],
    [2, null],
    [1, 'First'],
  ]);
  expect(versions[0]?.restoredFrom).toBe(1);
  expect((await openDiagram(shelf, diagram))?.scene).toEqual(written('one'));
});

test('what is thinned out is gone from the store too', async () => {
  const shelf = makeShelf();
  const diagram = id();
  for (let n = 0; n < 60; n++) {
    await saveDiagram(shelf, diagram, written(`${n}`), { thumbnail: new Blob([`${n}`]) });
    shelf.time += 3000;
  }
  const versions = await listVersions(shelf, diagram);
  expect(versions.map(({ version }) => version)).toEqual(
    Array.from({ length: 20 }, (_, n) => 60 - n),
  );
  expect((await shelf.store.list('part/')).length).toBe(40);
});

test('pages that save at the same time lose nothing of one another', async () => {
  const shelf = makeShelf();
  const diagram = id();
  const texts = Array.from({ length: 10 }, (_, n) => `${n}`);
  await Promise.all(texts.map((text) => saveDiagram(shelf, diagram, written(text))));
  const versions = await listVersions(shelf, diagram);
  const kept = await Promise.all(
    versions.map(({ version }) => openVersion(shelf, diagram, version)),
  );
  const text = ({ elements: [first] }: Scene) => (first?.type === 'text' ? first.text : undefined);
  expect(kept.map(text).sort()).toEqual(texts);
});

describe('when saving ends in its middle', () => {
  const before = pictured('before');
  const after: Scene = {
    ...pictured('after'),
    files: { f: { ...picture, bytes: randomBytes(65_000) } },
  };

  async function saveUntil(writesLeft: number, isFull: boolean) {
    const shelf = makeShelf();
    const diagram = id();
    await saveDiagram(shelf, diagram, before, { thumbnail: new Blob(['old']) });
    Object.assign(shelf.store, { writesLeft, isFull });
    const outcome = await saveDiagram(shelf, diagram, after, { thumbnail: new Blob(['new']) }).then(
      () => 'saved',
      (error: { code: string }) => error.code,
    );
    const namesThen = await shelf.store.list('');
    Object.assign(shelf.store, { writesLeft: Number.POSITIVE_INFINITY });
    return { shelf, diagram, outcome, namesThen };
  }

  test.each([0, 1, 2, 3, 4])('a crash after %i writes leaves the old one whole', async (writes) => {
    const { shelf, diagram, outcome } = await saveUntil(writes, false);
    expect(outcome).toBe('unavailable');
    const opened = await openDiagram(shelf, diagram);
    expect(opened?.scene.elements).toEqual(before.elements);
    expect(opened?.version.version).toBe(1);
    await sweepLibrary(shelf);
    expect((await shelf.store.list('')).length).toBe(5); // record, scene, picture, attachment, thumbnail
    expect(await saveDiagram(shelf, diagram, after)).toMatchObject({ version: 2 });
    expect((await openDiagram(shelf, diagram))?.scene.elements).toEqual(after.elements);
  });

  test('after its last write it is the new one', async () => {
    const { shelf, diagram, outcome } = await saveUntil(5, false);
    expect(outcome).toBe('saved');
    expect((await openDiagram(shelf, diagram))?.scene.elements).toEqual(after.elements);
  });

  test.each([0, 1, 2, 3, 4])('a disk full after %i writes keeps none of them', async (writes) => {
    const { outcome, namesThen } = await saveUntil(writes, true);
    expect(outcome).toBe('no-room');
    expect(namesThen.length).toBe(5);
  });

  test('a first save that never ended is no diagram', async () => {
    const shelf = makeShelf();
    shelf.store.writesLeft = 2;
    await expect(saveDiagram(shelf, id(), before)).rejects.toMatchObject({ code: 'unavailable' });
    shelf.store.writesLeft = Number.POSITIVE_INFINITY;
    await sweepLibrary(shelf);
    expect(await shelf.store.list('')).toEqual([]);
  });
});

test('where the newest version is damaged, the one before opens; what is damaged is never swept', async () => {
  const shelf = makeShelf();
  const diagram = id();
  await saveDiagram(shelf, diagram, written('one'));
  await saveDiagram(shelf, diagram, written('two'));
  await shelf.store.put(`part/${diagram}/v2`, randomBytes(5000));
  const opened = await openDiagram(shelf, diagram);
  expect([opened?.version.version, opened?.scene]).toEqual([1, written('one')]);
  await shelf.store.put(`record/${diagram}`, randomBytes(5000));
  await sweepLibrary(shelf);
  expect((await shelf.store.list('part/')).length).toBe(2);
});

describe('what is covered goes from the history too', () => {
  const cover = makeElement('redaction', { id: 'r', width: 90, height: 30 });
  const covered = (text: string): Scene => ({
    ...written(text),
    elements: [...written(text).elements, cover],
  });
  const hidden = readHidden(covered(''));
  const shelf = makeShelf();
  const save = async (diagram: DiagramId, scene: Scene, options: SaveOptions = {}) =>
    saveDiagram(shelf, diagram, scene, options);
  const picture = { thumbnail: new Blob(['png']) };

  test('versions that show it go, with their small pictures; those that hid it stay', async () => {
    const diagram = id();
    await save(diagram, pictured('secret'), picture);
    await save(diagram, covered('one'), { hidden });
    expect((await openDiagram(shelf, diagram))?.diagram.thumbnail).toBeNull();
    await save(diagram, covered('two'), { hidden, ...picture });
    const kept = (await listVersions(shelf, diagram)).map(({ version }) => version);
    expect(kept).toEqual([3, 2]);
    expect(await shelf.store.list(`part/${diagram}/`)).toHaveLength(3);
    expect((await openDiagram(shelf, diagram))?.diagram.thumbnail).not.toBeNull();
  });

  test('one with a name stays and is named; the library shows no picture of it', async () => {
    const diagram = id();
    await save(diagram, written('secret'), { versionName: 'Draft', ...picture });
    const saved = await save(diagram, covered('one'), { hidden });
    expect(saved.showing).toEqual(['Draft']);
    expect(await listVersions(shelf, diagram)).toHaveLength(2);
    expect((await openDiagram(shelf, diagram))?.diagram.thumbnail).toBeNull();
  });
});
