import { asBytes, utf8 } from '../../crypto/bytes.ts';
import type { SceneAttachment } from '../model/scene.ts';
import type { MeasureText } from '../text/measure-text.ts';
import { readExcalidrawPng, readExcalidrawSvg } from './excalidraw/payload.ts';
import { readExcalidraw } from './excalidraw/read-excalidraw.ts';
import { readInksealPng } from './inkseal/read-inkseal.ts';
import { decodeUtf8 } from './json-text.ts';
import { isPng } from './picture-header.ts';
import { pictureScene } from './picture-scene.ts';
import { readPlantumlPng } from './plantuml/read-plantuml.ts';
import { type ReadResult, toFailure } from './read-result.ts';
import { readSceneFile } from './scene-file.ts';
import { readSvg } from './svg/read-svg.ts';

/**
 * A picture as the scene that its tool left in it: Inkseal, Excalidraw, draw.io or PlantUML in a PNG or an SVG; any
 * other SVG as its shapes; any other picture as itself.
 */
export function readEmbedded(bytes: Uint8Array, measure: MeasureText): ReadResult {
  try {
    if (isPng(bytes)) return readPng(bytes);
    if (isSvg(bytes)) return readEmbeddedSvg(decodeUtf8(bytes), measure);
    return readPicture(bytes);
  } catch (error) {
    return toFailure(error);
  }
}

/** An SVG as the scene that its tool left in it, else as its shapes. */
export function readEmbeddedSvg(text: string, measure: MeasureText): ReadResult {
  try {
    const json = readExcalidrawSvg(text);
    if (json !== undefined) return readExcalidraw(json);
    return readSvg(text, measure);
  } catch (error) {
    return toFailure(error);
  }
}

function readPng(png: Uint8Array): ReadResult {
  const own = readInksealPng(png);
  if (own) return own;
  const json = readExcalidrawPng(png);
  if (json !== undefined) return readExcalidraw(json);
  return readPicture(png);
}

/** A picture as one element, with the text that PlantUML left in it. */
function readPicture(bytes: Uint8Array): ReadResult {
  const file = readSceneFile({ bytes: asBytes(bytes), mimeType: undefined });
  const source = isPng(bytes) ? readPlantumlPng(bytes) : undefined;
  const scene = pictureScene(file);
  if (source === undefined) return { ok: true, scene, losses: [] };
  return { ok: true, scene: { ...scene, attachments: [plantumlAttachment(source)] }, losses: [] };
}

/** PlantUML's text as a scene keeps it. */
export function plantumlAttachment(source: string): SceneAttachment {
  return { name: 'diagram.puml', type: 'text/plain', bytes: utf8(source) };
}

/** By its first tag: before it come only declarations and comments. */
function isSvg(bytes: Uint8Array): boolean {
  const HEAD_BYTES = 16 * 2 ** 10;
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  return /^\s*(<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(\w+:)?svg[\s>]/i.test(head);
}
