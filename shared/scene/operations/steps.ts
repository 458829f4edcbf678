import type { SceneElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';

/** Counts the numbered steps anew, from the back to the front, beginning again where one says so. */
export function renumberSteps(scene: Scene): Scene {
  let number = 0;
  const changed: SceneElement[] = [];
  for (const element of scene.elements) {
    if (element.type !== 'step') continue;
    number = element.restartAt ?? number + 1;
    if (element.number !== number) changed.push({ ...element, number });
  }
  return editScene(scene, { changed });
}

/** Lets counting begin anew with `number` at a step, or go on from the step before where `number` is null. */
export function restartSteps(scene: Scene, id: string, number: number | null): Scene {
  const step = findElement(scene, id);
  if (step?.type !== 'step' || step.restartAt === number) return scene;
  return renumberSteps(editScene(scene, { changed: [{ ...step, restartAt: number }] }));
}
