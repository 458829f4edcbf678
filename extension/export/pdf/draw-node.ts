import {
  clip,
  clipEvenOdd,
  concatTransformationMatrix,
  drawObject,
  endPath,
  fillAndStroke,
  fill as fillPath,
  LineCapStyle,
  LineJoinStyle,
  type PDFImage,
  popGraphicsState,
  pushGraphicsState,
  setDashPattern,
  setFillingRgbColor,
  setLineCap,
  setLineJoin,
  setLineWidth,
  setStrokingRgbColor,
  stroke as strokePath,
} from '@cantoo/pdf-lib';
import type { SvgNode } from '../../../shared/scene/render/svg-node.ts';
import { readColor } from './color.ts';
import { drawText, type TextFonts } from './draw-text.ts';
import { pathOperators } from './path-data.ts';
import type { PdfCanvas } from './pdf-canvas.ts';
import { shapePath } from './shape-path.ts';
import { readTransform } from './transform.ts';

/** What nodes refer to by name. */
export interface DrawingParts extends TextFonts {
  /** By the `href` that the renderer was given for them. */
  readonly pictures: ReadonlyMap<string, PDFImage>;
}

/** Draws what our renderer made on a page whose y axis points downwards. `opacity` is that of all around, 0 to 1. */
export function drawNode(
  canvas: PdfCanvas,
  node: SvgNode,
  parts: DrawingParts,
  opacity = 1,
  clips: ReadonlyMap<string, SvgNode> = new Map(),
): void {
  switch (node.tag) {
    case 'svg':
    case 'g':
      drawGroup(canvas, node, parts, opacity, clips);
      break;
    case 'text':
      drawText(canvas, node, parts, opacity);
      break;
    case 'image':
      drawPicture(canvas, node, parts, opacity);
      break;
    case 'clipPath':
    case 'title':
    case 'style':
      break;
    default:
      drawShape(canvas, node, opacity);
  }
}

function drawGroup(
  canvas: PdfCanvas,
  node: SvgNode,
  parts: DrawingParts,
  around: number,
  clips: ReadonlyMap<string, SvgNode>,
): void {
  const { attributes, children } = node;
  const nodes = children.filter((child) => typeof child !== 'string');
  const own = new Map(clips);
  for (const child of nodes)
    if (child.tag === 'clipPath') own.set(String(child.attributes.id), child);
  canvas.draw(pushGraphicsState());
  for (const matrix of readTransform(String(attributes.transform ?? ''))) {
    canvas.draw(concatTransformationMatrix(...matrix));
  }
  if (node.tag === 'svg') showViewBox(canvas, node);
  const clipId = /^url\(#(.*)\)$/.exec(String(attributes['clip-path'] ?? ''))?.[1];
  const clipped = clipId === undefined ? undefined : own.get(clipId);
  if (clipped) clipTo(canvas, clipped);
  const opacity = around * Number(attributes.opacity ?? 1);
  for (const child of nodes) drawNode(canvas, child, parts, opacity, own);
  canvas.draw(popGraphicsState());
}

/** A nested SVG shows its view box, stretched to its size. */
function showViewBox(canvas: PdfCanvas, { attributes }: SvgNode): void {
  const width = Number(attributes.width);
  const height = Number(attributes.height);
  const box = String(attributes.viewBox).split(' ').map(Number);
  const [x = 0, y = 0, wide = 1, high = 1] = box;
  canvas.draw(
    ...pathOperators(`M0 0h${width}v${height}h${-width}z`),
    clip(),
    endPath(),
    concatTransformationMatrix(
      width / wide,
      0,
      0,
      height / high,
      (-x * width) / wide,
      (-y * height) / high,
    ),
  );
}

function clipTo(canvas: PdfCanvas, { children }: SvgNode): void {
  for (const child of children) {
    if (typeof child === 'string') continue;
    const isEvenOdd = child.attributes['clip-rule'] === 'evenodd';
    canvas.draw(...pathOperators(shapePath(child)), isEvenOdd ? clipEvenOdd() : clip(), endPath());
  }
}

function drawPicture(
  canvas: PdfCanvas,
  { attributes }: SvgNode,
  { pictures }: DrawingParts,
  opacity: number,
): void {
  const picture = pictures.get(String(attributes.href));
  if (!picture) return;
  const width = Number(attributes.width);
  const height = Number(attributes.height);
  canvas.draw(pushGraphicsState());
  canvas.setOpacity(opacity, opacity);
  canvas.draw(
    // Pictures stand on their feet where y points upwards.
    concatTransformationMatrix(width, 0, 0, -height, 0, height),
    drawObject(canvas.nameOfPicture(picture)),
    popGraphicsState(),
  );
}

function drawShape(canvas: PdfCanvas, node: SvgNode, opacity: number): void {
  const { attributes } = node;
  // Without a word of it, SVG fills with black.
  const fill = readColor(String(attributes.fill ?? '#000000'));
  const stroke = readColor(String(attributes.stroke ?? 'none'));
  if (!fill && !stroke) return;
  canvas.draw(pushGraphicsState());
  const fillOpacity = opacity * (fill?.[3] ?? 1) * Number(attributes['fill-opacity'] ?? 1);
  canvas.setOpacity(fillOpacity, opacity * (stroke?.[3] ?? 1));
  if (fill) canvas.draw(setFillingRgbColor(fill[0], fill[1], fill[2]));
  if (stroke) {
    const dashes = String(attributes['stroke-dasharray'] ?? '');
    const isRound = attributes['stroke-linecap'] === 'round';
    canvas.draw(
      setStrokingRgbColor(stroke[0], stroke[1], stroke[2]),
      setLineWidth(Number(attributes['stroke-width'] ?? 1)),
      setLineCap(isRound ? LineCapStyle.Round : LineCapStyle.Butt),
      setLineJoin(isRound ? LineJoinStyle.Round : LineJoinStyle.Miter),
      setDashPattern(dashes === '' ? [] : dashes.split(/[\s,]+/).map(Number), 0),
    );
  }
  const paint = fill && stroke ? fillAndStroke() : fill ? fillPath() : strokePath();
  canvas.draw(...pathOperators(shapePath(node)), paint, popGraphicsState());
}
