import type { Bytes } from '../../crypto/bytes.ts';
import type { SceneFile } from '../model/scene.ts';
import { readPictureHeader } from './picture-header.ts';
import { READ_LIMITS } from './read-limits.ts';
import { ReadError } from './read-result.ts';

interface FoundPicture {
  readonly bytes: Bytes;
  /** As the file says; only SVG is believed, since pictures say themselves what they are. */
  readonly mimeType: unknown;
  /** Of an SVG, which may not say it itself. */
  readonly held?: { readonly width?: unknown; readonly height?: unknown };
}

/**
 * A picture as a scene holds it: kind and size from its own header.
 *
 * @throws {ReadError} `broken`, `picture-too-large`, `unknown-type`
 */
export function readSceneFile({ bytes, mimeType, held = {} }: FoundPicture): SceneFile {
  const header = readPictureHeader(bytes);
  if (header !== undefined) return { ...header, bytes };
  if (mimeType !== 'image/svg+xml') throw new ReadError('unknown-type');
  const size = readSvgSize(bytes);
  const side = (given: unknown, own: number) =>
    typeof given === 'number' && Number.isSafeInteger(given) && given > 0 ? given : own;
  return {
    mimeType,
    bytes,
    width: side(held.width, size.width),
    height: side(held.height, size.height),
  };
}

/** What a browser takes for a picture without a size (CSS Images 3). */
const DEFAULT_SIZE = { width: 300, height: 150 };

/** Size of an SVG by its attributes or its view box, in CSS pixels. */
export function readSvgSize(svg: Uint8Array): { width: number; height: number } {
  const HEAD_BYTES = 64 * 2 ** 10;
  const text = new TextDecoder().decode(svg.subarray(0, HEAD_BYTES));
  const tag = /<svg\b(?:"[^"]*"|'[^']*'|[^'">])*>/.exec(text)?.[0] ?? '';
  const attribute = (name: string) =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';
  const [, , boxWidth, boxHeight] = attribute('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const length = (text: string) => (/^\s*[\d.]+(px)?\s*$/.test(text) ? Number.parseFloat(text) : 0);
  const side = (own: string, box: number | undefined, usual: number) =>
    Math.min(Math.max(1, Math.round(length(own) || box || usual)), READ_LIMITS.pictureSidePx);
  return {
    width: side(attribute('width'), boxWidth, DEFAULT_SIZE.width),
    height: side(attribute('height'), boxHeight, DEFAULT_SIZE.height),
  };
}
