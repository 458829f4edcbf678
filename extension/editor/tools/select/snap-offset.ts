import type { Point } from '../../../../shared/scene/model/element.ts';
import type { Guide } from '../../editor-state.ts';
import type { PointerEventOf, Situation } from '../tool.ts';
import type { StateNamed } from './select-state.ts';

export interface SnappedOffset {
  readonly offset: Point;
  readonly guides: readonly Guide[];
}

/** How far a move has come, drawn to what is near. */
export function snapOffset(
  { from }: StateNamed<'moving'>,
  { point, shift }: PointerEventOf<'down' | 'move' | 'up'>,
  _situation: Situation,
): SnappedOffset {
  let [dx, dy] = [point[0] - from[0], point[1] - from[1]];
  if (shift) [dx, dy] = Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy];
  return { offset: [dx, dy], guides: [] };
}
