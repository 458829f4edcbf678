import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { PNG_KEYWORD } from '../../shared/scene/formats/inkseal/inkseal-format.ts';
import { readPngText } from '../../shared/scene/formats/png-chunks/png-text.ts';

/** What nobody may find in a file. */
export interface Hidden {
  /** Red of every pixel that must be gone, and of no other one, is at least this. */
  readonly red: number;
  /** Begins every text that must be gone, whatever its case. */
  readonly word: string;
}

/** Where in a file, or in what is embedded in it, something hidden is found; and how many pictures were looked at. */
export interface LeakReport {
  readonly leaks: readonly string[];
  readonly pictures: number;
  /** All text that a reader of the file gets. */
  readonly text: string;
}

/** Decodes everything in a file that holds pictures or text, and looks for what must not be there. */
export async function findLeaks(name: string, bytes: Buffer, hidden: Hidden): Promise<LeakReport> {
  const parts = [...(await unpack(name, bytes))];
  const leaks = parts.flatMap((part) => [
    ...('pixels' in part && part.pixels.some((red) => red >= hidden.red)
      ? [`${part.name}: pixels`]
      : []),
    ...('text' in part && part.text.toLowerCase().includes(hidden.word.toLowerCase())
      ? [`${part.name}: text`]
      : []),
  ]);
  return {
    leaks,
    pictures: parts.filter((part) => 'pixels' in part).length,
    text: parts.map((part) => ('text' in part ? part.text : '')).join('\n'),
  };
}

type Part =
  | { readonly name: string; readonly pixels: Uint8Array }
  | { readonly name: string; readonly text: string };

async function unpack(name: string, bytes: Buffer): Promise<Part[]> {
  const raw: Part = { name, text: bytes.toString('latin1') };
  if (bytes.subarray(1, 4).toString() === 'PNG') return [raw, ...(await unpackPng(name, bytes))];
  if (bytes.subarray(0, 4).toString() === '%PDF') return [raw, ...(await unpackPdf(name, bytes))];
  if (bytes.subarray(0, 2).toString() === 'PK') {
    const files = Object.entries(unzipSync(bytes));
    const parts = files.map(([inner, data]) => unpack(`${name}/${inner}`, Buffer.from(data)));
    return [raw, ...(await Promise.all(parts)).flat()];
  }
  return [raw, ...(await unpackText(name, bytes.toString()))];
}

async function unpackPng(name: string, bytes: Buffer): Promise<Part[]> {
  const { data } = PNG.sync.read(bytes);
  const text = await readPngText(bytes, PNG_KEYWORD);
  return [
    { name, pixels: redOf(data, 4) },
    ...(text === undefined ? [] : await unpackText(`${name}/${PNG_KEYWORD}`, text)),
  ];
}

/** Text with the pictures that it holds as base64: in data addresses, or in the fields of a native file. */
async function unpackText(name: string, text: string): Promise<Part[]> {
  const held = [...text.matchAll(/iVBORw0KGgo[A-Za-z0-9+/=]*/g)].map(([base64], index) =>
    unpackPng(`${name}/picture ${index + 1}`, Buffer.from(base64, 'base64')),
  );
  return [{ name, text }, ...(await Promise.all(held)).flat()];
}

/** Every stream of a PDF unpacked, its pictures' pixels, and the text that a reader can select. */
async function unpackPdf(name: string, bytes: Buffer): Promise<Part[]> {
  const parts: Part[] = [{ name: `${name}/selectable`, text: await readPdfText(bytes) }];
  const source = bytes.toString('latin1');
  for (const found of source.matchAll(/<<((?:(?!>>\s*stream)[\s\S])*?)>>\s*stream\r?\n/g)) {
    const start = found.index + found[0].length;
    const stream = bytes.subarray(start, source.indexOf('endstream', start));
    const dictionary = found[1] ?? '';
    const data = dictionary.includes('FlateDecode') ? inflateSync(stream) : stream;
    const isColorPicture = /\/Subtype\s*\/Image/.test(dictionary) && /DeviceRGB/.test(dictionary);
    parts.push(
      isColorPicture
        ? { name: `${name}/picture`, pixels: redOf(data, 3) }
        : { name: `${name}/stream`, text: data.toString('latin1') },
    );
  }
  return parts;
}

async function readPdfText(bytes: Buffer): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await pdf.destroy();
  return pages.join('\n');
}

function redOf(pixels: Uint8Array, channels: number): Uint8Array {
  return Uint8Array.from(
    { length: pixels.length / channels },
    (_, at) => pixels[at * channels] ?? 0,
  );
}
