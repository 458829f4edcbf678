import { type Bytes, utf8 } from '../../../crypto/bytes.ts';
import { decodeBase64, encodeBase64 } from '../base64.ts';
import { deflate, inflateSafely } from '../compressed.ts';
import { isRecord, parseJson } from '../json-text.ts';
import { fromLatin1, toLatin1 } from '../latin1.ts';
import { readPngText, writePngLatin1 } from '../png-chunks/png-text.ts';
import { READ_LIMITS } from '../read-limits.ts';
import { ReadError } from '../read-result.ts';

/** Media type under which pictures hold the scene that they show. */
const PAYLOAD_TYPE = 'application/vnd.excalidraw+json';

/** The scene's JSON in a PNG that Excalidraw exported, or undefined. @throws {ReadError} `broken`, `too-large` */
export async function readExcalidrawPng(png: Uint8Array): Promise<string | undefined> {
  const text = await readPngText(png, PAYLOAD_TYPE);
  return text && decodePayload(text);
}

/** The scene's JSON in an SVG that Excalidraw exported, or undefined. @throws {ReadError} `broken`, `too-large` */
export async function readExcalidrawSvg(svg: string): Promise<string | undefined> {
  if (!svg.includes(`payload-type:${PAYLOAD_TYPE}`)) return undefined;
  const body = between(svg, '<!-- payload-start -->', '<!-- payload-end -->');
  const version = /<!-- payload-version:(\d+) -->/.exec(svg)?.[1] ?? '1';
  if (body === undefined) throw new ReadError('broken');
  const bytes = decodeBase64(body);
  return decodePayload(version === '1' ? new TextDecoder().decode(bytes) : fromLatin1(bytes));
}

/** `png` with the scene's JSON in it, for Excalidraw to open it as a scene. @throws {ReadError} `broken` */
export async function embedExcalidrawInPng(png: Uint8Array, json: string): Promise<Bytes> {
  return writePngLatin1(png, PAYLOAD_TYPE, await encodePayload(json));
}

/** `svg` with the scene's JSON in it, for Excalidraw to open it as a scene. */
export async function embedExcalidrawInSvg(svg: string, json: string): Promise<string> {
  const end = svg.lastIndexOf('</svg>');
  const payload = [
    `<!-- payload-type:${PAYLOAD_TYPE} --><!-- payload-version:2 --><!-- payload-start -->`,
    encodeBase64(toLatin1(await encodePayload(json))),
    '<!-- payload-end -->',
  ].join('');
  return `${svg.slice(0, end)}<metadata>${payload}</metadata>${svg.slice(end)}`;
}

/** Characters below 256 only. */
async function encodePayload(json: string): Promise<string> {
  return JSON.stringify({
    version: '1',
    encoding: 'bstring',
    compressed: true,
    encoded: fromLatin1(await deflate(utf8(json), 'zlib')),
  });
}

/** Excalidraw's `data/encode.ts`: bytes as characters of their code, packed or not; once the JSON itself. */
async function decodePayload(text: string): Promise<string> {
  const data = parseJson(text);
  if (!isRecord(data)) throw new ReadError('broken');
  if (!('encoded' in data)) return text;
  if (data.encoding !== 'bstring' || typeof data.encoded !== 'string')
    throw new ReadError('broken');
  if (data.encoded.length > READ_LIMITS.fileBytes) throw new ReadError('too-large');
  const bytes = toLatin1(data.encoded);
  const isPacked = data.compressed === true;
  return new TextDecoder().decode(isPacked ? await inflateSafely(bytes, 'zlib') : bytes);
}

function between(text: string, start: string, end: string): string | undefined {
  const from = text.indexOf(start);
  const to = from === -1 ? -1 : text.indexOf(end, from);
  return to === -1 ? undefined : text.slice(from + start.length, to).trim();
}
