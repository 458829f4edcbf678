import type { SceneElement } from '../../model/element.ts';
import type { Scene } from '../../model/scene.ts';

/** Moves each of `placed`, by its id, right in front of the element whose id stands beside it. */
export function placeInFront(scene: Scene, placed: ReadonlyMap<string, string>): Scene {
  if (placed.size === 0) return scene;
  const followers = new Map<string, SceneElement[]>();
  for (const element of scene.elements) {
    const below = placed.get(element.id);
    if (below === undefined) continue;
    followers.set(below, [...(followers.get(below) ?? []), element]);
  }
  const elements = scene.elements.flatMap((element) =>
    placed.has(element.id) ? [] : [element, ...(followers.get(element.id) ?? [])],
  );
  return { ...scene, elements };
}
