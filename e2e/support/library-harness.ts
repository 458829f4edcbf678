import { putDraft } from '../../extension/drafts/store-drafts.ts';
import { listFolders, makeFolder } from '../../extension/library/folders.ts';
import {
  LIBRARY_SHELF,
  newDiagramId,
  openDiagram,
  saveDiagram,
} from '../../extension/library/library.ts';
import { LOCAL_STORE } from '../../extension/library/local-store.ts';
import type { DiagramId, FolderId } from '../../extension/library/model/diagram.ts';
import { moveDiagrams, tagDiagrams } from '../../extension/library/organise.ts';
import {
  dropOriginals,
  keepOriginals,
  readOriginals,
} from '../../extension/library/originals/originals.ts';
import { drawThumbnail } from '../../extension/library/picture/draw-thumbnail.ts';
import { packSecret } from '../../extension/library/secrets/pack-secret.ts';
import { EMPTY_SECRET } from '../../extension/library/secrets/secret.ts';
import { listDiagrams } from '../../extension/library/store-diagrams.ts';
import { sweepLibrary } from '../../extension/library/sweep-parts.ts';
import { openVersion, readThumbnail } from '../../extension/library/versions.ts';
import { SEALED_STORE_CASES } from '../../shared/keys/tests/sealed-store-cases.ts';
import { makeElement } from '../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../../shared/scene/model/scene.ts';

/* Runs in the extension's pages, where a test reaches it as `harness`: the library's own code, without its page. */

export interface SeededDiagram {
  readonly name: string;
  /** Of its boxes, from the left to the right. */
  readonly boxes: readonly string[];
  readonly tags?: readonly string[];
  readonly folder?: string;
}

const COLORS = ['#d0ebff', '#ffe8cc', '#d3f9d8', '#fff3bf', '#eebefa'];

function drawBoxes(boxes: readonly string[]): Scene {
  const elements = boxes.flatMap((text, index) => {
    const place = { x: index * 220, y: (index % 2) * 70 };
    const backgroundColor = COLORS[(boxes.length + index) % COLORS.length] ?? '#fff';
    const box = { id: `box${index}`, width: 150, height: 80, rounded: true, backgroundColor };
    const arrow = { id: `arrow${index}`, x: place.x - 62, y: 40 + (index % 2 ? 0 : 70), width: 54 };
    const points = [[0, 0] as const, [54, index % 2 ? 70 : -70] as const];
    return [
      makeElement('rectangle', { ...place, ...box }),
      makeElement('text', {
        id: `text${index}`,
        x: place.x + 15,
        y: place.y + 28,
        width: 120,
        height: 25,
        text,
      }),
      ...(index === 0 ? [] : [makeElement('arrow', { ...arrow, height: 70, points })]),
    ];
  });
  return { ...EMPTY_SCENE, elements };
}

async function seed(diagrams: readonly SeededDiagram[]): Promise<readonly DiagramId[]> {
  const folders = new Map<string, FolderId>();
  const ids: DiagramId[] = [];
  for (const { name, boxes, tags = [], folder } of diagrams) {
    const id = newDiagramId();
    const scene = drawBoxes(boxes);
    const thumbnail = await drawThumbnail(scene);
    await saveDiagram(id, scene, { name, ...(thumbnail ? { thumbnail } : {}) });
    await tagDiagrams(LIBRARY_SHELF, [id], { add: tags, remove: [] });
    if (folder !== undefined) {
      const known = folders.get(folder) ?? (await makeFolder(LIBRARY_SHELF, folder, null));
      folders.set(folder, known);
      await moveDiagrams(LIBRARY_SHELF, [id], known);
    }
    ids.push(id);
  }
  return ids;
}

/** Runs the contract of stores, each case with an empty store. */
async function runStoreCases() {
  const failures: string[] = [];
  for (const { title, run } of SEALED_STORE_CASES) {
    for (const name of await LOCAL_STORE.list('')) await LOCAL_STORE.delete(name);
    await run(LOCAL_STORE).catch((error: Error) => failures.push(`${title}: ${error.message}`));
  }
  return { ran: SEALED_STORE_CASES.length, failures };
}

/** A scene with a picture that can't be compressed, of `side` pixels a side. */
async function drawNoise(side: number): Promise<Scene> {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  const pixels = new ImageData(side, side);
  for (let at = 0; at < pixels.data.length; at += 65_536) {
    crypto.getRandomValues(pixels.data.subarray(at, at + 65_536));
  }
  context?.putImageData(pixels, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const image = makeElement('image', { fileId: 'noise', width: side / 4, height: side / 4 });
  const noise = { mimeType: 'image/png', bytes, width: side, height: side } as const;
  return { ...EMPTY_SCENE, elements: [image], files: { noise } };
}

/** Adds versions to the diagram of that name, one with a name and one with a picture. */
async function saveVersions(name: string): Promise<void> {
  const { diagrams } = await listDiagrams(LIBRARY_SHELF);
  const id = diagrams.find((it) => it.name === name)?.id;
  if (!id) throw new Error(`there is no ${name}`);
  await saveDiagram(id, drawBoxes(['One', 'Two']), { versionName: 'Named' });
  await saveDiagram(id, await drawNoise(50));
}

/** A secret with two versions and a file in several pieces, beside whatever is there. */
async function seedItems(): Promise<void> {
  const id = newDiagramId();
  for (const value of ['hunter1', 'hunter2']) {
    const secret = packSecret({ ...EMPTY_SECRET, user: 'ada', value });
    await saveDiagram(id, secret, { name: 'Bank', kind: 'secret' });
  }
  const attachments = [{ name: 'a.bin', type: '', bytes: new Uint8Array(5_000_000).fill(7) }];
  const scene = { ...EMPTY_SCENE, attachments };
  await saveDiagram(newDiagramId(), scene, { name: 'a.bin', kind: 'file' });
}

/** All that a person could tell of the library, whatever the ids of its parts. */
async function summarise() {
  const { diagrams } = await listDiagrams(LIBRARY_SHELF);
  const folders = await listFolders(LIBRARY_SHELF);
  const summaries = diagrams.map(async ({ id, versions, parts: _, thumbnail, ...rest }) => {
    const scenes = versions.map(async (it) => {
      const scene = await openVersion(LIBRARY_SHELF, id, it.version);
      const files = Object.values(scene.files).map(({ bytes }) => bytes.join());
      const attachments = scene.attachments.map(async ({ bytes, ...about }) => ({
        ...about,
        digest: [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join(),
      }));
      const { name, savedAt, elementCount } = it;
      const attached = await Promise.all(attachments);
      return { name, savedAt, elementCount, files, elements: scene.elements, attached };
    });
    return { ...rest, id, hasThumbnail: thumbnail !== null, scenes: await Promise.all(scenes) };
  });
  const all = await Promise.all(summaries);
  return { folders, diagrams: all.sort((a, b) => a.id.localeCompare(b.id)) };
}

/** Keeps one of everything that a profile can hold, each with its own word. @returns the bytes of a picture in it */
async function fillForDisk(words: Readonly<Record<string, string>>): Promise<number[]> {
  const { name = '', tag = '', folder = '', text = '', versionName = '' } = words;
  const { typed = '', title = '', original = '' } = words;
  const noise = await drawNoise(100);
  const withText = (it: string): Scene => ({
    ...noise,
    elements: [...noise.elements, makeElement('text', { text: it, width: 200, height: 25 })],
    attachments: [{ name: it, type: 'text/plain', bytes: new TextEncoder().encode(it) }],
  });
  const scene = withText(text);
  const id = newDiagramId();
  const thumbnail = await drawThumbnail(scene);
  await saveDiagram(id, scene, { name, versionName, ...(thumbnail ? { thumbnail } : {}) });
  await tagDiagrams(LIBRARY_SHELF, [id], { add: [tag], remove: [] });
  await moveDiagrams(LIBRARY_SHELF, [id], await makeFolder(LIBRARY_SHELF, folder, null));
  await keepOriginals('a-session', { scene: withText(original), suggestions: [] });
  const picture = noise.files.noise?.bytes ?? new Uint8Array();
  const files = [new File([picture, typed], `${typed}.png`)];
  await putDraft({ kind: 'written', text: typed, files });
  await putDraft({ kind: 'picture', data: new Blob([picture], { type: 'image/png' }), title });
  return [...picture];
}

/** Saves larger and smaller diagrams until there is no room for any more. */
async function fillUp(): Promise<void> {
  for (const side of [400, 200, 100, 50, 20, 5]) {
    for (;;) {
      const scene = await drawNoise(side);
      const name = side === 400 ? 'In the way' : `Filler ${side}`;
      const saving = saveDiagram(newDiagramId(), scene, { name });
      const failure = await saving.then(
        () => undefined,
        (error: { code?: string }) => error.code,
      );
      if (failure === 'no-room') break;
      if (failure !== undefined) throw new Error(failure);
    }
  }
}

/** Everything in the library that does not open, or that nothing leads to. */
async function findProblems(): Promise<readonly string[]> {
  await sweepLibrary(LIBRARY_SHELF);
  const { diagrams, damaged } = await listDiagrams(LIBRARY_SHELF);
  const problems = damaged.map((id) => `${id} is damaged`);
  let partCount = 0;
  for (const { id, versions, parts, thumbnail } of diagrams) {
    partCount += versions.length + parts.length;
    for (const { version } of versions) {
      await openVersion(LIBRARY_SHELF, id, version).catch((error: Error) =>
        problems.push(`version ${version}: ${error.message}`),
      );
    }
    if (thumbnail) {
      await readThumbnail(LIBRARY_SHELF, id, thumbnail).catch((error: Error) =>
        problems.push(`thumbnail: ${error.message}`),
      );
    }
  }
  const { length } = await LOCAL_STORE.list('part/');
  if (length !== partCount) problems.push(`${length} parts lie there instead of ${partCount}`);
  return problems;
}

const library = {
  seed,
  seedItems,
  drawBoxes,
  drawNoise,
  fillForDisk,
  fillUp,
  saveVersions,
  summarise,
  listNames: (prefix: string) => LOCAL_STORE.list(prefix),
  findProblems,
  runStoreCases,
  newDiagramId,
  saveDiagram,
  openDiagram,
  openVersion: (id: DiagramId, version: number) => openVersion(LIBRARY_SHELF, id, version),
  list: () => listDiagrams(LIBRARY_SHELF),
  drawThumbnail,
  keepOriginals,
  readOriginals,
  dropOriginals,
};

export type LibraryHarness = typeof library;

declare global {
  var harness: LibraryHarness;
}
globalThis.harness = library;
