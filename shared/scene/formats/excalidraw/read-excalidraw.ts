import type { SceneElement } from '../../model/element.ts';
import { EMPTY_SCENE, type Scene } from '../../model/scene.ts';
import { readDataUrl } from '../base64.ts';
import { readCssColor } from '../css-color.ts';
import { isRecord, isSafeKey, parseJson } from '../json-text.ts';
import { READ_LIMITS } from '../read-limits.ts';
import { LossList, ReadError, type ReadResult } from '../read-result.ts';
import { readSafely } from '../read-safely.ts';
import { readSceneFile } from '../scene-file.ts';
import { placeLibraryItems } from './library-items.ts';
import { isCrowsFoot } from './names.ts';
import { isPartOfOwn } from './own-types.ts';
import { type RawElement, readText } from './raw-element.ts';
import { type FilesById, readElement } from './read-element.ts';
import { foreignFields } from './write-element.ts';

/** `type` of the JSON that Excalidraw writes. */
const TYPES: ReadonlySet<unknown> = new Set([
  'excalidraw',
  'excalidraw/clipboard',
  'excalidrawlib',
]);

/**
 * Reads a `.excalidraw` or `.excalidrawlib` file, or what Excalidraw puts on the clipboard.
 * Errors: `broken`, `bad-number`, `unsafe-content`, a limit.
 */
export function readExcalidraw(text: string): Promise<ReadResult> {
  return readSafely(() => {
    if (text.length > READ_LIMITS.fileBytes) throw new ReadError('too-large');
    const json = parseJson(text);
    if (!isExcalidraw(json)) throw new ReadError('broken');
    return readExcalidrawData(json);
  });
}

/** Whether a parsed JSON is one of Excalidraw's. */
export function isExcalidraw(json: unknown): json is RawElement {
  return isRecord(json) && TYPES.has(json.type);
}

/** @throws {ReadError} as `readExcalidraw` */
export function readExcalidrawData(json: RawElement): {
  scene: Scene;
  losses: ReturnType<LossList['toArray']>;
} {
  const losses = new LossList();
  const raws = json.type === 'excalidrawlib' ? placeLibraryItems(json) : readList(json.elements);
  const files = readFiles(json.files, losses);
  const elements = readElements(raws, files, losses);
  const appState = isRecord(json.appState) ? json.appState : {};
  const scene: Scene = {
    ...EMPTY_SCENE,
    elements,
    files,
    backgroundColor:
      readCssColor(readText(appState, 'viewBackgroundColor') ?? '') ?? EMPTY_SCENE.backgroundColor,
    gridSize: readGridSize(appState),
  };
  return { scene, losses: losses.toArray() };
}

/** @throws {ReadError} `broken`, `too-many-elements` */
function readList(value: unknown): RawElement[] {
  if (!Array.isArray(value)) throw new ReadError('broken');
  if (value.length > READ_LIMITS.elements) throw new ReadError('too-many-elements');
  if (!value.every(isRecord)) throw new ReadError('broken');
  return value;
}

function readFiles(value: unknown, losses: LossList): FilesById {
  const files: Record<string, FilesById[string]> = {};
  for (const [id, file] of Object.entries(isRecord(value) ? value : {})) {
    if (!isSafeKey(id)) throw new ReadError('unsafe-content');
    try {
      const data = isRecord(file) ? readDataUrl(readText(file, 'dataURL') ?? '') : undefined;
      if (data === undefined) throw new ReadError('broken');
      files[id] = readSceneFile(data);
    } catch {
      losses.add('Pictures that are broken, too large or of an unknown kind');
    }
  }
  return files;
}

function readElements(
  raws: readonly RawElement[],
  files: FilesById,
  losses: LossList,
): SceneElement[] {
  const ids = new Set<string>();
  return raws.flatMap((raw) => {
    if (raw.isDeleted === true || isPartOfOwn(raw)) return [];
    const read = readElement(raw, files);
    if (read === undefined) {
      losses.add('Elements of an unknown kind');
      return [];
    }
    if (!isSafeKey(read.id)) throw new ReadError('unsafe-content');
    noteLosses(raw, read, losses);
    const element = { ...read, ...foreignFields(raw, read, files) };
    const isTaken = ids.has(read.id);
    ids.add(read.id);
    return isTaken ? [{ ...element, id: crypto.randomUUID() }] : [element];
  });
}

function noteLosses(raw: RawElement, read: SceneElement, losses: LossList): void {
  if (raw.type === 'iframe' || raw.type === 'embeddable') {
    losses.add('Embedded web pages, shown as boxes with their link');
  }
  if (raw.type === 'image' && read.type !== 'image') {
    losses.add('Pictures that are not in the file, shown as boxes');
  }
  if (isCrowsFoot(raw.startArrowhead)) losses.add('Crow’s feet, shown as simple arrowheads');
  if (isCrowsFoot(raw.endArrowhead)) losses.add('Crow’s feet, shown as simple arrowheads');
}

function readGridSize(appState: RawElement): number | null {
  const { gridSize, gridModeEnabled } = appState;
  const isUsable = typeof gridSize === 'number' && gridSize >= 1 && gridSize <= 1000;
  return isUsable && gridModeEnabled !== false ? gridSize : null;
}
