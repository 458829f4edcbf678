import { distanceToOutline } from '../../../shared/scene/geometry/outline.ts';
import type { Point, SceneElement } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { isBindable } from '../../../shared/scene/operations/link-elements.ts';

/** How near an arrow's end has to come, in CSS pixels. */
const REACH_PX = 12;

/** Lie under arrows that point into them, which shall not hold on to them. */
const GROUNDS: readonly SceneElement['type'][] = ['image', 'frame', 'highlight', 'redaction'];

/** Id of the frontmost shape at `point` that an arrow can hold on to, or null. */
export function bindableAt(scene: Scene, point: Point, zoom: number): string | null {
  const reach = REACH_PX / zoom;
  const found = scene.elements.findLast(
    (element) =>
      isBindable(element) &&
      !GROUNDS.includes(element.type) &&
      !element.locked &&
      distanceToOutline(element, point) <= reach,
  );
  return found?.id ?? null;
}
