import type { SceneElement } from '../../model/element.ts';
import type { Scene } from '../../model/scene.ts';
import { toDataUrl } from '../base64.ts';
import { type Loss, LossList } from '../read-result.ts';
import { makeStepNumber, STEP_NUMBER_MARK } from './own-types.ts';
import type { RawElement } from './raw-element.ts';
import { writeElement } from './write-element.ts';

/** Excalidraw's own default, which a file without a grid has. */
const DEFAULT_GRID_SIZE = 20;
const SOURCE = 'inkseal';

/**
 * The text of a `.excalidraw` file, and what it can't hold. Redactions go out as opaque rectangles; the pixels and
 * texts under them are as the scene has them, so burn it before.
 */
export function writeExcalidraw(scene: Scene): { text: string; losses: readonly Loss[] } {
  const losses = new LossList();
  losses.add('Attachments', scene.attachments.length);
  losses.add('The crop of the whole picture', scene.crop === null ? 0 : 1);
  const text = JSON.stringify(
    {
      type: 'excalidraw',
      version: 2,
      source: SOURCE,
      elements: writeElements(scene.elements, scene),
      appState: {
        gridSize: scene.gridSize ?? DEFAULT_GRID_SIZE,
        gridStep: 5,
        gridModeEnabled: scene.gridSize !== null,
        viewBackgroundColor: scene.backgroundColor,
      },
      files: writeFiles(scene, Object.keys(scene.files)),
    },
    null,
    2,
  );
  return { text, losses: losses.toArray() };
}

/** What Excalidraw takes from the clipboard: `elements` of `scene` and the pictures that they show. */
export function writeExcalidrawClipboard(elements: readonly SceneElement[], scene: Scene): string {
  const shown = elements.flatMap((element) => (element.type === 'image' ? [element.fileId] : []));
  return JSON.stringify({
    type: 'excalidraw/clipboard',
    elements: writeElements(elements, scene),
    files: writeFiles(scene, [...new Set(shown)]),
  });
}

function writeElements(elements: readonly SceneElement[], { files }: Scene): RawElement[] {
  const written = elements.flatMap((element) => {
    const raw = writeElement(element, files);
    if (element.type !== 'step') return [raw];
    return [raw, { ...writeElement(makeStepNumber(element), files), ...STEP_NUMBER_MARK }];
  });
  return hasOrder(written) ? written : written.map((raw) => ({ ...raw, index: null }));
}

/** Whether the indices of the file that the elements came from still say their order. */
function hasOrder(raws: readonly RawElement[]): boolean {
  return raws.every(({ index }, i) => {
    const before = raws[i - 1]?.index ?? '';
    return typeof index === 'string' && typeof before === 'string' && before < index;
  });
}

function writeFiles({ files }: Scene, ids: readonly string[]): RawElement {
  const entries = ids.flatMap((id) => {
    const file = files[id];
    if (file === undefined) return [];
    const { mimeType, bytes } = file;
    return [[id, { id, mimeType, dataURL: toDataUrl(mimeType, bytes), created: 1 }] as const];
  });
  return Object.fromEntries(entries);
}
