import { type Bytes, concat, utf8 } from '../../../crypto/bytes.ts';
import { deflate, inflateSafely } from '../compressed.ts';
import { fromLatin1, toLatin1 } from '../latin1.ts';
import { ReadError } from '../read-result.ts';
import { type Chunk, readChunks, writeChunks } from './chunk.ts';

const TEXT_TYPES = ['tEXt', 'zTXt', 'iTXt'];

/**
 * The text that a PNG holds under `keyword`, in a tEXt, zTXt or iTXt chunk.
 *
 * @returns undefined where it holds none
 * @throws {ReadError} `broken`, `too-large`
 */
export async function readPngText(png: Uint8Array, keyword: string): Promise<string | undefined> {
  const found = readChunks(png).find((chunk) => readKeyword(chunk) === keyword);
  return found && readText(found);
}

/** `png` with `text` under `keyword`, in place of any that it holds there. @throws {ReadError} `broken` */
export async function writePngText(png: Uint8Array, keyword: string, text: string): Promise<Bytes> {
  // Keyword, end, compressed, by zlib, no language, no translated keyword.
  const head = concat(utf8(keyword), Uint8Array.of(0, 1, 0, 0, 0));
  const body = await deflate(utf8(text), 'zlib');
  return replaceText(png, keyword, { type: 'iTXt', data: concat(head, body) });
}

/** The same with `text` as it is, of characters below 256 only, for tools that read nothing else. */
export function writePngLatin1(png: Uint8Array, keyword: string, text: string): Bytes {
  return replaceText(png, keyword, { type: 'tEXt', data: toLatin1(`${keyword}\0${text}`) });
}

function replaceText(png: Uint8Array, keyword: string, chunk: Chunk): Bytes {
  const others = readChunks(png).filter((other) => readKeyword(other) !== keyword);
  return writeChunks([...others.slice(0, -1), chunk, ...others.slice(-1)]);
}

function readKeyword({ type, data }: Chunk): string | undefined {
  const LONGEST = 79;
  if (!TEXT_TYPES.includes(type)) return undefined;
  const end = data.subarray(0, LONGEST + 1).indexOf(0);
  return end === -1 ? undefined : fromLatin1(data.subarray(0, end));
}

async function readText({ type, data }: Chunk): Promise<string> {
  const start = data.indexOf(0) + 1;
  if (type === 'tEXt') return fromLatin1(data.subarray(start));
  if (type === 'zTXt') return fromLatin1(await inflateSafely(data.subarray(start + 1), 'zlib'));
  const isCompressed = data[start] === 1;
  const language = data.indexOf(0, start + 2);
  const translated = language === -1 ? -1 : data.indexOf(0, language + 1);
  if (translated === -1) throw new ReadError('broken');
  const body = data.subarray(translated + 1);
  return new TextDecoder().decode(isCompressed ? await inflateSafely(body, 'zlib') : body);
}
