import { pickElements } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';
import { withLabels } from './pick.ts';

/** Locks elements and their labels, so that nothing moves, changes or removes them; or frees them. */
export function setLocked(scene: Scene, ids: Iterable<string>, locked: boolean): Scene {
  const changed = withLabels(scene, pickElements(scene, ids))
    .filter((element) => element.locked !== locked)
    .map((element) => ({ ...element, locked }));
  return editScene(scene, { changed });
}
