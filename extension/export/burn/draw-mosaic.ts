import type { RedactionElement } from '../../../shared/scene/model/element.ts';
import type { Scene, SceneFile } from '../../../shared/scene/model/scene.ts';
import { type Color, makeMosaic } from '../../../shared/scene/redaction/mosaic.ts';
import { drawTurned } from '../picture/draw-turned.ts';

/** Side of a block in scene units, where the area is not so large that blocks grow. */
const BLOCK = 12;
const MAX_BLOCKS = 100;
/** The strip around the area that is averaged: where it begins, and how wide it is, in scene units. */
const GUARD = 1;
const STRIP = 6;

/** A picture of blocks for the area of `redaction`, coloured by what `bare` shows around it. */
export async function drawMosaic(redaction: RedactionElement, bare: Scene): Promise<SceneFile> {
  const { x, y, width, height, angle } = redaction;
  const margin = GUARD + STRIP;
  const around = await drawTurned(bare, { x, y, width, height }, angle, margin);
  const context = around.getContext('2d', { willReadFrequently: true });
  const columns = blocksIn(width);
  const rows = blocksIn(height);
  const right = around.width - STRIP;
  const bottom = around.height - STRIP;
  const average = (left: number, top: number, wide: number, high: number) =>
    averageOf(context, left, top, wide, high);
  const across = (index: number) => margin + (index * width) / columns;
  const down = (index: number) => margin + (index * height) / rows;
  const wide = width / columns;
  const high = height / rows;
  const { colors } = makeMosaic({
    above: range(columns, (i) => average(across(i), 0, wide, STRIP)),
    below: range(columns, (i) => average(across(i), bottom, wide, STRIP)),
    left: range(rows, (i) => average(0, down(i), STRIP, high)),
    right: range(rows, (i) => average(right, down(i), STRIP, high)),
  });
  return drawBlocks(colors, columns, Math.ceil(width), Math.ceil(height));
}

function blocksIn(length: number): number {
  return Math.max(1, Math.min(MAX_BLOCKS, Math.round(length / BLOCK)));
}

function range<Item>(length: number, make: (index: number) => Item): Item[] {
  return Array.from({ length }, (_, index) => make(index));
}

function averageOf(
  context: OffscreenCanvasRenderingContext2D | null,
  left: number,
  top: number,
  width: number,
  height: number,
): Color | undefined {
  const pixels = context?.getImageData(
    Math.floor(left),
    Math.floor(top),
    Math.max(1, Math.round(width)),
    Math.max(1, Math.round(height)),
  ).data;
  const sum: [number, number, number] = [0, 0, 0];
  let weight = 0;
  for (let at = 0; pixels && at < pixels.length; at += 4) {
    const alpha = pixels[at + 3] ?? 0;
    weight += alpha;
    for (const channel of [0, 1, 2] as const) sum[channel] += (pixels[at + channel] ?? 0) * alpha;
  }
  if (weight === 0) return undefined;
  return [sum[0] / weight, sum[1] / weight, sum[2] / weight];
}

async function drawBlocks(
  colors: readonly Color[],
  columns: number,
  width: number,
  height: number,
): Promise<SceneFile> {
  const rows = colors.length / columns;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  for (const [index, color] of colors.entries()) {
    if (!context) break;
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const [left, top] = [Math.round((column * width) / columns), Math.round((row * height) / rows)];
    context.fillStyle = `rgb(${color.join(' ')})`;
    context.fillRect(
      left,
      top,
      Math.round(((column + 1) * width) / columns) - left,
      Math.round(((row + 1) * height) / rows) - top,
    );
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { mimeType: 'image/png', bytes, width, height };
}
