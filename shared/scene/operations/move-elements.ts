import type { Point, SceneElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';
import { targetsOf } from './link-elements.ts';
import { pickMovable, withFrameChildren } from './pick.ts';

/**
 * Moves elements by `dx` and `dy` scene units: labels and frames' children with them, and arrows between two
 * moved shapes. An arrow that is moved away from a shape lets go of it.
 */
export function moveElements(scene: Scene, ids: Iterable<string>, dx: number, dy: number): Scene {
  const moved = withFrameChildren(scene, pickMovable(scene, ids));
  return shiftElements(scene, new Map(moved.map(({ id }) => [id, [dx, dy]])));
}

/** Moves each element by an offset of its own; else as `moveElements`. */
export function shiftElements(scene: Scene, offsets: ReadonlyMap<string, Point>): Scene {
  const changed: SceneElement[] = [];
  const arrows = new Set<string>();
  for (const [id, [dx, dy]] of offsets) {
    const element = findElement(scene, id);
    if (element === undefined) continue;
    for (const bound of element.boundElements) if (bound.type === 'arrow') arrows.add(bound.id);
    if (dx === 0 && dy === 0) continue;
    const shifted = { ...element, x: element.x + dx, y: element.y + dy };
    changed.push(shifted.type === 'arrow' ? freeFromUnmoved(shifted, offsets) : shifted);
  }
  for (const id of arrows) {
    const arrow = offsets.has(id) ? undefined : findElement(scene, id);
    const offset = arrow && commonOffset(arrow, offsets);
    if (offset !== undefined && (offset[0] !== 0 || offset[1] !== 0))
      changed.push({
        ...(arrow as SceneElement),
        x: (arrow as SceneElement).x + offset[0],
        y: (arrow as SceneElement).y + offset[1],
      });
  }
  return editScene(scene, { changed });
}

function freeFromUnmoved(
  arrow: Extract<SceneElement, { type: 'arrow' }>,
  offsets: ReadonlyMap<string, Point>,
): SceneElement {
  const { startBinding, endBinding } = arrow;
  return {
    ...arrow,
    startBinding:
      startBinding !== null && offsets.has(startBinding.elementId) ? startBinding : null,
    endBinding: endBinding !== null && offsets.has(endBinding.elementId) ? endBinding : null,
  };
}

/** The offset that both ends of an arrow share, if it is bound at both. */
function commonOffset(arrow: SceneElement, offsets: ReadonlyMap<string, Point>): Point | undefined {
  if (arrow.type !== 'arrow' || arrow.startBinding === null || arrow.endBinding === null)
    return undefined;
  const [first, ...others] = targetsOf(arrow).map((id) => offsets.get(id));
  return first !== undefined &&
    others.every((other) => other?.[0] === first[0] && other[1] === first[1])
    ? first
    : undefined;
}
