import type { Bytes } from '../../crypto/bytes.ts';
import { utf8 } from '../../crypto/bytes.ts';
import type { Scene, SceneFile } from '../model/scene.ts';
import type { MeasureText } from '../text/measure-text.ts';
import { pagesOfDrawioFile } from './drawio/drawio-file.ts';
import { readDrawio } from './drawio/read-drawio.ts';
import { decodeUtf8, parseJson } from './json-text.ts';
import { looksLikeMermaid, withoutFence } from './mermaid/detect-mermaid.ts';
import { openFile } from './opened-file.ts';
import { readPictureHeader } from './picture-header.ts';
import { pictureScene } from './picture-scene.ts';
import { readDiagram } from './read-diagram.ts';
import { READ_LIMITS } from './read-limits.ts';
import { ReadError, type ReadResult, toFailure } from './read-result.ts';
import { readSceneFile } from './scene-file.ts';
import { readSvg } from './svg/read-svg.ts';
import { expandEntities } from './xml/expand-entities.ts';

export interface NamedFile {
  /** Of its ending only; what a file is, its bytes say. */
  readonly name: string;
  readonly bytes: Bytes;
}

/** What opening files needs of the page that does it. */
export interface OpeningTools {
  readonly measure: MeasureText;
  readonly mermaidToScene: (text: string) => Promise<ReadResult>;
  /** @throws {ReadError} */
  readonly sanitizeSvg: (svg: string) => Promise<{ svg: string; removed: number }>;
  /** Asks which page of a file with several is meant: its number from 0, or null for none. The first where left out. */
  readonly choosePage?: (names: readonly string[]) => Promise<number | null>;
}

/**
 * Any file that Inkseal reads as a scene: its own, Excalidraw's, draw.io's, Mermaid, SVG, and pictures, with the
 * scene in them where there is one. Nothing in it runs, nothing is fetched for it.
 */
export async function openAsScene(file: NamedFile, tools: OpeningTools): Promise<ReadResult> {
  try {
    if (file.bytes.length === 0) throw new ReadError('empty');
    if (file.bytes.length > READ_LIMITS.fileBytes) throw new ReadError('too-large');
    const result = await read(file, tools);
    return result.ok ? await sanitizePictures(result, tools) : result;
  } catch (error) {
    return toFailure(error);
  }
}

async function read({ name, bytes }: NamedFile, tools: OpeningTools): Promise<ReadResult> {
  if (readPictureHeader(bytes) !== undefined) return readPicture(bytes, tools);
  const written = decodeText(bytes).trimStart();
  if (written === '') throw new ReadError('empty');
  const text = readRootName(written) === 'svg' ? expandEntities(written) : written;
  const page = await choosePage(utf8(text), tools);
  const diagram = await readDiagram(utf8(text), tools.measure, page);
  if (diagram !== undefined) return diagram;
  if (text.startsWith('<')) return readMarkup(text, tools);
  if (/^[{[]/.test(text))
    parseJson(text); // says what is wrong with it, if something is
  else if (/\.(mmd|mermaid)$/i.test(name) || looksLikeMermaid(text)) {
    return tools.mermaidToScene(withoutFence(text));
  }
  throw new ReadError('unknown-type');
}

/** A picture, as itself where there is no diagram in it, or none that can be read. */
async function readPicture(bytes: Bytes, tools: OpeningTools): Promise<ReadResult> {
  const diagram = await readDiagram(bytes, tools.measure, await choosePage(bytes, tools));
  if (diagram?.ok) return diagram;
  const file = readSceneFile({ bytes, mimeType: undefined });
  const what = `The diagram in the picture, which could not be read (${diagram?.code})`;
  const losses = diagram === undefined ? [] : [{ what, count: 1 }];
  return { ok: true, scene: pictureScene(file), losses };
}

/** @throws {ReadError} `cancelled` */
async function choosePage(bytes: Bytes, tools: OpeningTools): Promise<number> {
  const pages = await pagesOfDrawioFile(openFile(bytes, tools.measure));
  if (pages.length < 2 || !tools.choosePage) return 0;
  const page = await tools.choosePage(pages);
  if (page === null) throw new ReadError('cancelled');
  return page;
}

async function readMarkup(text: string, { measure }: OpeningTools): Promise<ReadResult> {
  const root = readRootName(text);
  if (root === 'mxfile' || root === 'mxGraphModel') return readDrawio(text, measure);
  if (root !== 'svg') throw new ReadError(root === undefined ? 'broken' : 'unknown-type');
  const drawn = await readSvg(text, measure);
  if (drawn.ok || drawn.code !== 'no-diagram') return drawn;
  const file = readSceneFile({ bytes: utf8(text), mimeType: 'image/svg+xml' });
  const losses = [{ what: 'Shapes: it comes as one picture', count: 1 }];
  return { ok: true, scene: pictureScene(file), losses };
}

/** Name of the first tag, without a prefix: before it come only declarations and comments. */
function readRootName(text: string): string | undefined {
  let at = text.indexOf('<');
  while (at !== -1) {
    const isComment = text.startsWith('<!--', at);
    if (!isComment && !/^<[?!]/.test(text.slice(at, at + 2))) break;
    const close = isComment ? '-->' : '>';
    const end = text.indexOf(close, at);
    // What a declaration holds in brackets is looked at by the reader of XML.
    at = end === -1 ? -1 : text.indexOf('<', end + close.length);
  }
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(at, at + 200))?.[1];
}

/** UTF-8, or UTF-16 where the first bytes say so. @throws {ReadError} `unknown-type` */
function decodeText(bytes: Bytes): string {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
    return decodeUtf8(bytes);
  } catch {
    throw new ReadError('unknown-type');
  }
}

function decodeUtf16(bytes: Bytes, encoding: 'utf-16le' | 'utf-16be'): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** What runs or loads in an SVG that a scene carries is taken out; there is nothing of that in other pictures. */
async function sanitizePictures(
  result: ReadResult & { ok: true },
  { sanitizeSvg }: OpeningTools,
): Promise<ReadResult> {
  let removed = 0;
  const files: Record<string, SceneFile> = { ...result.scene.files };
  for (const [id, file] of Object.entries(files)) {
    if (file.mimeType !== 'image/svg+xml') continue;
    const clean = await sanitizeSvg(new TextDecoder().decode(file.bytes));
    removed += clean.removed;
    files[id] = { ...file, bytes: utf8(clean.svg) };
  }
  const scene: Scene = { ...result.scene, files };
  const loss = { what: 'Parts of pictures that could run or load something', count: removed };
  return { ...result, scene, losses: removed === 0 ? result.losses : [...result.losses, loss] };
}
