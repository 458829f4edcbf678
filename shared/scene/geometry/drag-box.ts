import type { Box, Point } from '../model/element.ts';
import { type Axis, stretchOf } from './fit-into.ts';

/** By the compass: which side or corner of a box is dragged. */
export type Handle = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';

export interface DragOptions {
  readonly keepRatio?: boolean;
  /** Both sides move, the middle stays. */
  readonly fromMiddle?: boolean;
}

export interface DraggedBox {
  readonly box: Box;
  /** Along which axes the handle went past the other side. */
  readonly flipped: readonly Axis[];
}

/** Smallest side of what is resized. */
const MIN_SIDE = 1;

/** -1, 0 or 1 for each axis: which side the handle is on. */
export function sidesOf(handle: Handle): Point {
  const x = handle.includes('e') ? 1 : handle.includes('w') ? -1 : 0;
  const y = handle.includes('s') ? 1 : handle.includes('n') ? -1 : 0;
  return [x, y];
}

/** `box` after its `handle` was dragged by `offset`. */
export function dragBox(box: Box, handle: Handle, offset: Point, options: DragOptions): DraggedBox {
  const [sideX, sideY] = sidesOf(handle);
  const twice = options.fromMiddle === true ? 2 : 1;
  let width = box.width + sideX * offset[0] * twice;
  let height = box.height + sideY * offset[1] * twice;
  const wide = stretchOf(box.width, width);
  const high = stretchOf(box.height, height);
  if (options.keepRatio === true && wide !== null && high !== null) {
    const scale = commonScale(sideX, sideY, wide, high);
    width = Math.sign(width || 1) * box.width * scale;
    height = Math.sign(height || 1) * box.height * scale;
  }
  const size = (signed: number, was: number) => Math.max(Math.abs(signed), Math.min(was, MIN_SIDE));
  const across = placeSide(box.x, box.width, width, size(width, box.width), sideX, options);
  const down = placeSide(box.y, box.height, height, size(height, box.height), sideY, options);
  const flipped: Axis[] = [];
  if (width < 0) flipped.push('horizontal');
  if (height < 0) flipped.push('vertical');
  return {
    box: { x: across.at, y: down.at, width: across.size, height: down.size },
    flipped,
  };
}

function commonScale(sideX: number, sideY: number, wide: number, high: number): number {
  if (sideX === 0) return Math.abs(high);
  if (sideY === 0) return Math.abs(wide);
  return Math.max(Math.abs(wide), Math.abs(high));
}

function placeSide(
  at: number,
  was: number,
  signed: number,
  size: number,
  side: number,
  { fromMiddle }: DragOptions,
): { readonly at: number; readonly size: number } {
  if (fromMiddle === true || side === 0) return { at: at + (was - size) / 2, size };
  const fixed = side > 0 ? at : at + was;
  const goesRight = side > 0 === signed >= 0;
  return { at: goesRight ? fixed : fixed - size, size };
}
