import {
  readExcalidrawPng,
  readExcalidrawSvg,
} from '../../../shared/scene/formats/excalidraw/payload.ts';
import {
  isExcalidraw,
  readExcalidraw,
} from '../../../shared/scene/formats/excalidraw/read-excalidraw.ts';
import { readInkseal, readInksealPng } from '../../../shared/scene/formats/inkseal/read-inkseal.ts';
import { parseJson } from '../../../shared/scene/formats/json-text.ts';
import { pictureScene } from '../../../shared/scene/formats/picture-scene.ts';
import { READ_LIMITS } from '../../../shared/scene/formats/read-limits.ts';
import {
  ReadError,
  type ReadResult,
  toFailure,
} from '../../../shared/scene/formats/read-result.ts';
import { readPicture } from '../pictures/read-picture.ts';

const SVG = 'image/svg+xml';
const PNG = 'image/png';

/** What a file holds: a diagram that Inkseal or Excalidraw saved, also within a picture, else the picture. */
export async function readFile(file: Blob): Promise<ReadResult> {
  try {
    if (file.size > READ_LIMITS.fileBytes) throw new ReadError('too-large');
    if (file.type === PNG) {
      const png = new Uint8Array(await file.arrayBuffer());
      const own = readInksealPng(png);
      if (own !== undefined) return own;
      const text = readExcalidrawPng(png);
      if (text !== undefined) return readExcalidraw(text);
    }
    if (file.type === SVG) {
      const text = readExcalidrawSvg(await file.text());
      if (text !== undefined) return readExcalidraw(text);
    }
    if (!file.type.startsWith('image/')) return await readDiagram(file);
    return { ok: true, scene: pictureScene((await readPicture(file)).file), losses: [] };
  } catch (error) {
    return toFailure(error);
  }
}

async function readDiagram(file: Blob): Promise<ReadResult> {
  const text = await file.text();
  if (!text.trimStart().startsWith('{')) throw new ReadError('unknown-type');
  return isExcalidraw(parseJson(text))
    ? readExcalidraw(text)
    : readInkseal(new Uint8Array(await file.arrayBuffer()));
}
