import type { XmlElement } from '@rgrove/parse-xml';
import { decodeBase64 } from '../base64.ts';
import { inflateSafely } from '../compressed.ts';
import { readPngText } from '../png-chunks/png-text.ts';
import { ReadError } from '../read-result.ts';
import { nameOf, readXml, tagsIn } from '../xml/read-xml.ts';

export interface DrawioPage {
  readonly name: string;
  /** `mxGraphModel`, unpacked when it is wanted. @throws {ReadError} */
  readonly readModel: () => Promise<XmlElement>;
}

/**
 * The pages of a draw.io file: `mxfile` with plain or packed pages, or one `mxGraphModel` alone.
 * @throws {ReadError} `broken`, `unknown-type`, `no-diagram`, a limit
 */
export function unpackDrawio(text: string): DrawioPage[] {
  const root = readXml(text);
  if (nameOf(root) === 'mxGraphModel') return [{ name: '', readModel: async () => root }];
  if (nameOf(root) !== 'mxfile') throw new ReadError('unknown-type');
  const pages = tagsIn(root).filter((tag) => nameOf(tag) === 'diagram');
  if (pages.length === 0) throw new ReadError('no-diagram');
  return pages.map((page) => ({
    name: page.attributes.name ?? '',
    readModel: () => readModel(page),
  }));
}

async function readModel(page: XmlElement): Promise<XmlElement> {
  const [inside] = tagsIn(page);
  const model = inside ?? readXml(await unpackPage(page.text.trim()));
  if (nameOf(model) !== 'mxGraphModel') throw new ReadError('no-diagram');
  return model;
}

/** `encodeURIComponent`, raw deflate, base64: from the inside out. */
async function unpackPage(packed: string): Promise<string> {
  if (packed === '') throw new ReadError('no-diagram');
  const bytes = await inflateSafely(decodeBase64(packed), 'raw');
  return decodePercent(new TextDecoder().decode(bytes));
}

/** The XML in a PNG that draw.io exported with its diagram, or undefined. @throws {ReadError} `broken`, a limit */
export async function readDrawioPng(png: Uint8Array): Promise<string | undefined> {
  const text = (await readPngText(png, 'mxfile')) ?? (await readPngText(png, 'mxGraphModel'));
  return text === undefined ? undefined : unpackAttribute(text);
}

/** The XML in an SVG that draw.io exported with its diagram, or undefined. @throws {ReadError} `broken`, a limit */
export async function readDrawioSvg(svg: string): Promise<string | undefined> {
  const head = /<svg\b(?:"[^"]*"|'[^']*'|[^'">])*>/.exec(svg)?.[0];
  if (head === undefined || !/\scontent\s*=/.test(head)) return undefined;
  const content = readXml(svg).attributes.content;
  return content === undefined || !/mxfile|mxGraphModel|^[\w+/=%]+$/.test(content)
    ? undefined
    : unpackAttribute(content);
}

async function unpackAttribute(text: string): Promise<string> {
  const plain = text.startsWith('%3C') ? decodePercent(text) : text;
  return plain.trimStart().startsWith('<') ? plain : unpackPage(plain);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ReadError('broken');
  }
}
