import type { Box } from '../../../shared/scene/model/element.ts';
import { MAX_CANVAS_PIXELS, MAX_CANVAS_SIDE_PX } from './canvas-limits.ts';

/** What is done with a picture that is larger than a canvas may be. */
export type Oversize = 'shrink' | 'split';

/** A part of the scene, and how many pixels it has to a scene unit. */
export interface PlannedPicture {
  readonly box: Box;
  readonly scale: number;
}

/** Whether a picture of `box` is too large for one canvas. */
export function isOversize({ width, height }: Box, scale: number): boolean {
  const [across, down] = [width * scale, height * scale];
  return Math.max(across, down) > MAX_CANVAS_SIDE_PX || across * down > MAX_CANVAS_PIXELS;
}

/** The largest scale at which `box` fits one canvas. */
export function fittingScale({ width, height }: Box, scale: number): number {
  const bySide = MAX_CANVAS_SIDE_PX / Math.max(width, height);
  const byArea = Math.sqrt(MAX_CANVAS_PIXELS / (width * height));
  // A pixel may come by rounding up.
  return Math.min(scale, bySide * 0.999, byArea * 0.999);
}

/** The pictures that show `box`: one, or where that is too large a smaller one or several side by side. */
export function planPictures(
  box: Box,
  scale: number,
  oversize: Oversize,
): readonly PlannedPicture[] {
  if (!isOversize(box, scale)) return [{ box, scale }];
  if (oversize === 'shrink') return [{ box, scale: fittingScale(box, scale) }];
  let columns = Math.ceil((box.width * scale) / MAX_CANVAS_SIDE_PX);
  let rows = Math.ceil((box.height * scale) / MAX_CANVAS_SIDE_PX);
  while ((box.width * box.height * scale * scale) / (columns * rows) > MAX_CANVAS_PIXELS) {
    if (box.width / columns > box.height / rows) columns++;
    else rows++;
  }
  // Whole pixels, so that the parts meet without a seam.
  const width = Math.ceil((box.width * scale) / columns) / scale;
  const height = Math.ceil((box.height * scale) / rows) / scale;
  const pictures: PlannedPicture[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [left, top] = [column * width, row * height];
      const part: Box = {
        x: box.x + left,
        y: box.y + top,
        width: Math.min(width, box.width - left),
        height: Math.min(height, box.height - top),
      };
      pictures.push({ box: part, scale });
    }
  }
  return pictures;
}
