import { boxAround } from '../geometry/box.ts';
import { rotatePoint } from '../geometry/point.ts';
import type { Box, ImageElement, Point } from '../model/element.ts';
import { type Convex, clockwise, spanBetween } from './convex.ts';
import type { Cover } from './cover.ts';

/** Pixels `from` (included) to `to` (not included) of the row `y`. */
export interface PixelRun {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const SLIP = 1e-4;

/** The area of the scene's `cover` in the own pixels of the picture that `image` shows. */
export function toPixels(area: Convex, image: ImageElement, picture: Size): Convex {
  const { x, y, width, height, angle, scale } = image;
  const shown = image.crop ?? { x: 0, y: 0, ...picture };
  const middle: Point = [x + width / 2, y + height / 2];
  const pixels = area.map((corner): Point => {
    const [px, py] = rotatePoint(corner, middle, -angle);
    const across = (px - x) / width;
    const down = (py - y) / height;
    return [
      shown.x + (scale[0] < 0 ? 1 - across : across) * shown.width,
      shown.y + (scale[1] < 0 ? 1 - down : down) * shown.height,
    ];
  });
  return clockwise(pixels);
}

/**
 * The pixels of a picture that an area hides. Of a redaction all that it touches, however little; of a crop
 * those that it takes wholly, for the others are still seen in part.
 */
export function hiddenRuns(area: Convex, kind: Cover['kind'], { width, height }: Size): PixelRun[] {
  const box = boxAround(area);
  if (!box) return [];
  const runs: PixelRun[] = [];
  const last = Math.min(height, Math.ceil(box.y + box.height));
  for (let y = Math.max(0, Math.floor(box.y)); y < last; y++) {
    const [from, to] = kind === 'redaction' ? touchedIn(area, y, width) : wholeIn(area, y, width);
    if (from < to) runs.push({ y, from, to });
  }
  return runs;
}

/** The smallest box of whole pixels that holds all that is seen of a picture inside of `crop`. */
export function seenPixels(image: ImageElement, picture: Size, crop: Box | null): Box | undefined {
  const own = image.crop ?? { x: 0, y: 0, ...picture };
  let left = own.x;
  let right = own.x + own.width;
  let top = own.y;
  let bottom = own.y + own.height;
  if (crop) {
    const { x, y, width, height } = crop;
    const corners: Convex = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
    const within = boxAround(toPixels(corners, image, picture));
    if (within) {
      left = Math.max(left, within.x);
      right = Math.min(right, within.x + within.width);
      top = Math.max(top, within.y);
      bottom = Math.min(bottom, within.y + within.height);
    }
  }
  const x = Math.max(0, Math.floor(left + SLIP));
  const y = Math.max(0, Math.floor(top + SLIP));
  const width = Math.min(picture.width, Math.ceil(right - SLIP)) - x;
  const height = Math.min(picture.height, Math.ceil(bottom - SLIP)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** The place in the scene of the pixels `part` of the picture that `image` shows: the box before it is turned. */
export function placeOfPixels(part: Box, image: ImageElement, picture: Size): Box {
  const { x, y, width, height, angle, scale } = image;
  const shown = image.crop ?? { x: 0, y: 0, ...picture };
  const perPixel: Point = [width / shown.width, height / shown.height];
  const across = part.x - shown.x;
  const down = part.y - shown.y;
  const own: Box = {
    x: x + (scale[0] < 0 ? shown.width - across - part.width : across) * perPixel[0],
    y: y + (scale[1] < 0 ? shown.height - down - part.height : down) * perPixel[1],
    width: part.width * perPixel[0],
    height: part.height * perPixel[1],
  };
  const middle: Point = [x + width / 2, y + height / 2];
  const [cx, cy] = rotatePoint([own.x + own.width / 2, own.y + own.height / 2], middle, angle);
  return { ...own, x: cx - own.width / 2, y: cy - own.height / 2 };
}

function touchedIn(area: Convex, y: number, width: number): readonly [number, number] {
  const span = spanBetween(area, y + SLIP, y + 1 - SLIP);
  if (!span) return [0, 0];
  return [Math.max(0, Math.floor(span[0] + SLIP)), Math.min(width, Math.ceil(span[1] - SLIP))];
}

function wholeIn(area: Convex, y: number, width: number): readonly [number, number] {
  const upper = spanBetween(area, y + SLIP, y + 2 * SLIP);
  const lower = spanBetween(area, y + 1 - 2 * SLIP, y + 1 - SLIP);
  if (!upper || !lower) return [0, 0];
  const from = Math.ceil(Math.max(upper[0], lower[0]) - SLIP);
  const to = Math.floor(Math.min(upper[1], lower[1]) + SLIP);
  return [Math.max(0, from), Math.min(width, to)];
}
