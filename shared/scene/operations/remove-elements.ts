import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';
import { pickUnlocked, withLabels } from './pick.ts';
import { renumberSteps } from './steps.ts';

/**
 * Takes elements away with their labels. Arrows that ended on them stay where they are, free; what was in a
 * frame stays, in no frame. Locked elements stay.
 */
export function removeElements(scene: Scene, ids: Iterable<string>): Scene {
  const removed = withLabels(scene, pickUnlocked(scene, ids));
  return renumberSteps(editScene(scene, { removed: new Set(removed.map(({ id }) => id)) }));
}
