import { parseJson } from '../json-text.ts';
import type { ReadFormat } from '../opened-file.ts';
import { readExcalidrawPng, readExcalidrawSvg } from './payload.ts';
import { isExcalidraw, readExcalidraw } from './read-excalidraw.ts';

/** A `.excalidraw` file, or a PNG or SVG that holds its scene. */
export const readExcalidrawFile: ReadFormat = async ({ png, svg, text }) => {
  const held = png ? await readExcalidrawPng(png) : svg && (await readExcalidrawSvg(svg));
  if (held) return readExcalidraw(held);
  return text.startsWith('{') && isExcalidraw(parseJson(text)) ? readExcalidraw(text) : undefined;
};
