import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE, type Scene, type SceneFile } from '../model/scene.ts';

/** A scene that shows one picture in its own size. */
export function pictureScene(file: SceneFile): Scene {
  const fileId = crypto.randomUUID();
  const { width, height } = file;
  return {
    ...EMPTY_SCENE,
    elements: [makeElement('image', { fileId, width, height })],
    files: { [fileId]: file },
  };
}
