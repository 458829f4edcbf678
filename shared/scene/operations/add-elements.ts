import type { SceneElement } from '../model/element.ts';
import type { Scene, SceneFile } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';
import { renumberSteps } from './steps.ts';

/** Puts `elements` in front, and the pictures that they show into the scene. Ids that exist are passed over. */
export function addElements(
  scene: Scene,
  elements: readonly SceneElement[],
  files: Readonly<Record<string, SceneFile>> = {},
): Scene {
  const fresh = Object.entries(files).filter(([id]) => !Object.hasOwn(scene.files, id));
  const withFiles =
    fresh.length === 0
      ? scene
      : { ...scene, files: { ...scene.files, ...Object.fromEntries(fresh) } };
  return renumberSteps(editScene(withFiles, { added: elements }));
}
