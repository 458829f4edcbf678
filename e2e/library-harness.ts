import { makeFolder } from '../extension/library/folders.ts';
import {
  LOCAL_SHELF,
  newDiagramId,
  openDiagram,
  saveDiagram,
} from '../extension/library/library.ts';
import { LOCAL_STORE } from '../extension/library/local-store.ts';
import type { DiagramId, FolderId } from '../extension/library/model/diagram.ts';
import { moveDiagrams, tagDiagrams } from '../extension/library/organise.ts';
import {
  dropOriginals,
  keepOriginals,
  readOriginals,
} from '../extension/library/originals/originals.ts';
import { drawThumbnail } from '../extension/library/picture/draw-thumbnail.ts';
import { listDiagrams } from '../extension/library/store-diagrams.ts';
import { openVersion } from '../extension/library/versions.ts';
import { SEALED_STORE_CASES } from '../shared/keys/tests/sealed-store-cases.ts';
import { makeElement } from '../shared/scene/model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../shared/scene/model/scene.ts';

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
    await tagDiagrams(LOCAL_SHELF, [id], { add: tags, remove: [] });
    if (folder !== undefined) {
      const known = folders.get(folder) ?? (await makeFolder(LOCAL_SHELF, folder, null));
      folders.set(folder, known);
      await moveDiagrams(LOCAL_SHELF, [id], known);
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

const library = {
  seed,
  drawBoxes,
  runStoreCases,
  newDiagramId,
  saveDiagram,
  openDiagram,
  openVersion: (id: DiagramId, version: number) => openVersion(LOCAL_SHELF, id, version),
  list: () => listDiagrams(LOCAL_SHELF),
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
