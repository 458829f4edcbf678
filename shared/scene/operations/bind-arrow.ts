import { pathInScene } from '../geometry/reshape.ts';
import type { Binding, Point } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';
import { isBindable } from './link-elements.ts';
import { bindingAt } from './route-arrow.ts';

/** Kept between an arrow's end and the shape that it points at, in scene units. */
export const BINDING_GAP = 4;

/** Lets one end of an arrow hold on to a shape, towards where it points now; or lets go where `shapeId` is null. */
export function bindArrow(
  scene: Scene,
  arrowId: string,
  end: 'start' | 'end',
  shapeId: string | null,
): Scene {
  const arrow = findElement(scene, arrowId);
  if (arrow?.type !== 'arrow' || arrow.locked) return scene;
  const binding = shapeId === null ? null : bindingTo(scene, pathInScene(arrow), end, shapeId);
  const bound =
    end === 'start' ? { ...arrow, startBinding: binding } : { ...arrow, endBinding: binding };
  return editScene(scene, { changed: [bound] });
}

function bindingTo(
  scene: Scene,
  points: readonly Point[],
  end: 'start' | 'end',
  shapeId: string,
): Binding | null {
  const shape = findElement(scene, shapeId);
  const [at, from] = end === 'start' ? [points[0], points[1]] : [points.at(-1), points.at(-2)];
  if (shape === undefined || !isBindable(shape) || at === undefined || from === undefined)
    return null;
  return bindingAt(shape, from, at, BINDING_GAP);
}
