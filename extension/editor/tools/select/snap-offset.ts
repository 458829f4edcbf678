import { boundsOf, boundsOfAll } from '../../../../shared/scene/geometry/bounds.ts';
import type { Box, Point } from '../../../../shared/scene/model/element.ts';
import { pickElements } from '../../../../shared/scene/model/index-elements.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { withFrameChildren, withLabels } from '../../../../shared/scene/operations/pick.ts';
import { snapToGrid, snapToNeighbours } from '../../../../shared/scene/snap/snap-box.ts';
import { prepareSnap, type SnapIndex } from '../../../../shared/scene/snap/snap-index.ts';
import type { Guide } from '../../editor-state.ts';
import type { PointerEventOf, Situation } from '../tool.ts';
import type { StateNamed } from './select-state.ts';

/** How near it must come to be drawn to a line, in CSS pixels. */
const REACH_PX = 6;

/** What is moved, and what it may line up with. */
export interface SnapPlan {
  /** Around what is moved, before it is. */
  readonly box: Box;
  readonly index: SnapIndex;
}

export interface SnappedOffset {
  readonly offset: Point;
  readonly guides: readonly Guide[];
}

/** Made once for a gesture; null where nothing is moved. */
export function planSnap(scene: Scene, ids: readonly string[]): SnapPlan | null {
  const moved = withLabels(scene, withFrameChildren(scene, pickElements(scene, ids)));
  const box = boundsOfAll(moved);
  if (box === null) return null;
  const own = new Set(moved);
  const others = scene.elements.filter(
    (element) => !own.has(element) && element.type !== 'arrow' && element.type !== 'line',
  );
  return { box, index: prepareSnap(others.map(boundsOf)) };
}

/** How far a move has come: drawn to the grid or to what is near, with Shift along one axis, with Ctrl free. */
export function snapOffset(
  { from, plan }: StateNamed<'moving'>,
  { point, shift, mod }: PointerEventOf<'down' | 'move' | 'up'>,
  { scene, zoom, isSnapping }: Situation,
): SnappedOffset {
  let [dx, dy] = [point[0] - from[0], point[1] - from[1]];
  if (shift) [dx, dy] = Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy];
  if (plan === null || mod) return { offset: [dx, dy], guides: [] };
  const box = { ...plan.box, x: plan.box.x + dx, y: plan.box.y + dy };
  if (scene.gridSize !== null) {
    const [gx, gy] = snapToGrid(box, scene.gridSize);
    return { offset: [dx + gx, dy + gy], guides: [] };
  }
  if (!isSnapping) return { offset: [dx, dy], guides: [] };
  const sides = shift ? (dx === 0 ? { across: [] } : { down: [] }) : {};
  const { offset, guides } = snapToNeighbours(box, plan.index, REACH_PX / zoom, sides);
  return { offset: [dx + offset[0], dy + offset[1]], guides };
}
