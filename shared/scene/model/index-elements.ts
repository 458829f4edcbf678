import type { SceneElement } from './element.ts';
import type { Scene } from './scene.ts';

const positions = new WeakMap<readonly SceneElement[], ReadonlyMap<string, number>>();

/** Position of each element by its id. Computed once for each order of elements. */
export function positionsOf(elements: readonly SceneElement[]): ReadonlyMap<string, number> {
  let known = positions.get(elements);
  if (known === undefined) {
    known = new Map(elements.map(({ id }, index) => [id, index]));
    positions.set(elements, known);
  }
  return known;
}

/** Says that `after` has the same ids in the same order as `before`, which saves counting them again. */
export function keepPositions(
  before: readonly SceneElement[],
  after: readonly SceneElement[],
): void {
  const known = positions.get(before);
  if (known !== undefined) positions.set(after, known);
}

/** The element with this id, if there is one. */
export function findElement(scene: Scene, id: string): SceneElement | undefined {
  const index = positionsOf(scene.elements).get(id);
  return index === undefined ? undefined : scene.elements[index];
}

/** The elements with these ids, from the back to the front; ids of none are passed over. */
export function pickElements(scene: Scene, ids: Iterable<string>): SceneElement[] {
  const at = positionsOf(scene.elements);
  return Array.from(new Set(ids), (id) => at.get(id))
    .filter((index) => index !== undefined)
    .sort((a, b) => a - b)
    .map((index) => scene.elements[index] as SceneElement);
}
