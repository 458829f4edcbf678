import {
  concatTransformationMatrix,
  PDFDocument,
  type PDFFont,
  type PDFImage,
} from '@cantoo/pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import type { FontFamily } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { renderScene } from '../../../shared/scene/render/render-scene.ts';
import type { SvgNode } from '../../../shared/scene/render/svg-node.ts';
import { measureText } from '../../fonts/measure-text.ts';
import { type SvgOptions, usedFamilies } from '../svg/make-svg.ts';
import { lineKey, linesOfText, type WrittenLine } from '../written-lines.ts';
import { drawNode } from './draw-node.ts';
import type { LinePicture } from './draw-text.ts';
import { embedPicture } from './embed-picture.ts';
import { readTrueType } from './font-files.ts';
import { PdfCanvas } from './pdf-canvas.ts';
import { pictureLine } from './picture-line.ts';
import { planPages } from './plan-pages.ts';

/** A CSS pixel in PDF's unit. */
const POINTS_PER_UNIT = 0.75;
/** PDF 1.7 annex C: no page may be larger in points. */
const MAX_PAGE_POINTS = 14_400;

/** A PDF with vector shapes, texts that can be selected and found, and pictures. The scene must be burned. */
export async function makePdf(
  scene: Scene,
  { box, background, title }: SvgOptions,
): Promise<Bytes> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  document.setProducer('Inkseal');
  document.setCreator('Inkseal');
  if (title) document.setTitle(title);
  const fonts = await embedFonts(document, usedFamilies(scene));
  const pictures = await embedPictures(document, scene);
  const pages = planPages(box).map((part) => {
    const drawn = renderScene(scene, { hrefOf: (id) => id, box: part, background });
    return { part, drawn };
  });
  const lines = pages.flatMap(({ drawn }) => textNodes(drawn).flatMap(linesOfText));
  const linePictures = await embedLines(document, lines, fonts);
  const parts = { fonts, pictures, linePictures, measure: measureText };
  for (const { part, drawn } of pages) {
    const largest = Math.max(part.width, part.height) * POINTS_PER_UNIT;
    const scale = POINTS_PER_UNIT * Math.min(1, MAX_PAGE_POINTS / largest);
    const page = document.addPage([part.width * scale, part.height * scale]);
    const canvas = new PdfCanvas(document, page);
    // From the upper left corner downwards, as SVG has it.
    canvas.draw(concatTransformationMatrix(scale, 0, 0, -scale, 0, part.height * scale));
    drawNode(canvas, drawn, parts);
  }
  return new Uint8Array(await document.save());
}

async function embedFonts(
  document: PDFDocument,
  families: readonly FontFamily[],
): Promise<Map<FontFamily, PDFFont>> {
  const fonts = new Map<FontFamily, PDFFont>();
  for (const family of families) {
    // Letters that depend on their neighbours would get widths that the PDF does not know.
    const features = { calt: false, liga: false, clig: false, kern: false };
    fonts.set(family, await document.embedFont(await readTrueType(family), { features }));
  }
  return fonts;
}

async function embedPictures(
  document: PDFDocument,
  scene: Scene,
): Promise<ReadonlyMap<string, PDFImage>> {
  const pictures = new Map<string, PDFImage>();
  for (const [id, file] of Object.entries(scene.files)) {
    pictures.set(id, await embedPicture(document, file));
  }
  return pictures;
}

async function embedLines(
  document: PDFDocument,
  lines: readonly WrittenLine[],
  fonts: ReadonlyMap<FontFamily, PDFFont>,
): Promise<ReadonlyMap<string, LinePicture>> {
  const known = new Map(
    [...fonts].map(([family, font]) => [family, new Set(font.getCharacterSet())]),
  );
  const drawn = new Map<string, LinePicture>();
  for (const line of lines) {
    const letters = known.get(line.family);
    if ([...line.text].every((letter) => letters?.has(letter.codePointAt(0) ?? 0))) continue;
    if (drawn.has(lineKey(line))) continue;
    const { png, ...size } = await pictureLine(line);
    drawn.set(lineKey(line), { ...size, picture: await document.embedPng(png) });
  }
  return drawn;
}

function textNodes(node: SvgNode): readonly SvgNode[] {
  if (node.tag === 'text') return [node];
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : textNodes(child)));
}
