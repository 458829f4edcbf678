import {
  beginText,
  concatTransformationMatrix,
  drawObject,
  endText,
  type PDFFont,
  type PDFImage,
  popGraphicsState,
  pushGraphicsState,
  setCharacterSpacing,
  setFillingRgbColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from '@cantoo/pdf-lib';
import type { FontFamily } from '../../../shared/scene/model/element.ts';
import type { SvgNode } from '../../../shared/scene/render/svg-node.ts';
import type { MeasureText } from '../../../shared/scene/text/measure-text.ts';
import { ANCHOR_SHARES, lineKey, linesOfText, type WrittenLine } from '../written-lines.ts';
import { readColor } from './color.ts';
import type { PdfCanvas } from './pdf-canvas.ts';

/** A line that the embedded fonts have no letters for, as a picture; sizes in scene units. */
export interface LinePicture {
  readonly picture: PDFImage;
  readonly width: number;
  readonly height: number;
  /** From the picture's upper edge down to the baseline. */
  readonly baseline: number;
}

export interface TextFonts {
  readonly fonts: ReadonlyMap<FontFamily, PDFFont>;
  readonly measure: MeasureText;
  /** By `lineKey`. */
  readonly linePictures: ReadonlyMap<string, LinePicture>;
}

/** Draws a text that can be selected, as wide as the browser draws it. */
export function drawText(canvas: PdfCanvas, node: SvgNode, fonts: TextFonts, around: number): void {
  for (const line of linesOfText(node)) {
    if (line.text !== '') drawLine(canvas, line, fonts, around);
  }
}

function drawLine(canvas: PdfCanvas, line: WrittenLine, texts: TextFonts, around: number): void {
  const { text, y, family, size, anchor } = line;
  const color = readColor(line.color);
  const font = texts.fonts.get(family);
  if (!color || !font) return;
  const share = ANCHOR_SHARES[anchor] ?? 0;
  const pictured = texts.linePictures.get(lineKey(line));
  canvas.draw(pushGraphicsState());
  canvas.setOpacity(around * color[3], around);
  if (pictured) {
    const { picture, width, height, baseline } = pictured;
    const left = line.x - width * share;
    canvas.draw(
      concatTransformationMatrix(width, 0, 0, -height, left, y - baseline + height),
      drawObject(canvas.nameOfPicture(picture)),
      popGraphicsState(),
    );
    return;
  }
  const width = texts.measure(text, { family, size });
  const spacing = (width - font.widthOfTextAtSize(text, size)) / [...text].length;
  canvas.draw(
    beginText(),
    setFillingRgbColor(color[0], color[1], color[2]),
    setFontAndSize(canvas.nameOfFont(font), size),
    setCharacterSpacing(spacing),
    setTextMatrix(1, 0, 0, -1, line.x - width * share, y),
    showText(font.encodeText(text)),
    endText(),
    popGraphicsState(),
  );
}
