import { zlibSync } from 'fflate';
import { type Bytes, concat, utf8 } from '../../../crypto/bytes.ts';
import { inflateSafely } from '../compressed.ts';
import { ReadError } from '../read-result.ts';
import { type Chunk, readChunks, writeChunks } from './chunk.ts';

const TEXT_TYPES = ['tEXt', 'zTXt', 'iTXt'];

/**
 * The text that a PNG holds under `keyword`, in a tEXt, zTXt or iTXt chunk.
 *
 * @returns undefined where it holds none
 * @throws {ReadError} `broken`, `too-large`
 */
export function readPngText(png: Uint8Array, keyword: string): string | undefined {
  const found = readChunks(png).find((chunk) => readKeyword(chunk) === keyword);
  return found && readText(found);
}

/** `png` with `text` under `keyword`, in place of any that it holds there. @throws {ReadError} `broken` */
export function writePngText(png: Uint8Array, keyword: string, text: string): Bytes {
  const others = readChunks(png).filter((chunk) => readKeyword(chunk) !== keyword);
  // Keyword, end, compressed, by zlib, no language, no translated keyword.
  const head = concat(utf8(keyword), Uint8Array.of(0, 1, 0, 0, 0));
  const chunk = { type: 'iTXt', data: concat(head, zlibSync(utf8(text))) };
  return writeChunks([...others.slice(0, -1), chunk, ...others.slice(-1)]);
}

function readKeyword({ type, data }: Chunk): string | undefined {
  const LONGEST = 79;
  if (!TEXT_TYPES.includes(type)) return undefined;
  const end = data.subarray(0, LONGEST + 1).indexOf(0);
  return end === -1 ? undefined : latin1(data.subarray(0, end));
}

function readText({ type, data }: Chunk): string {
  const start = data.indexOf(0) + 1;
  if (type === 'tEXt') return latin1(data.subarray(start));
  if (type === 'zTXt') return latin1(inflateSafely(data.subarray(start + 1), 'zlib'));
  const isCompressed = data[start] === 1;
  const language = data.indexOf(0, start + 2);
  const translated = language === -1 ? -1 : data.indexOf(0, language + 1);
  if (translated === -1) throw new ReadError('broken');
  const body = data.subarray(translated + 1);
  return new TextDecoder().decode(isCompressed ? inflateSafely(body, 'zlib') : body);
}

function latin1(bytes: Uint8Array): string {
  const SLICE = 0x8000;
  let text = '';
  for (let start = 0; start < bytes.length; start += SLICE) {
    text += String.fromCharCode(...bytes.subarray(start, start + SLICE));
  }
  return text;
}
