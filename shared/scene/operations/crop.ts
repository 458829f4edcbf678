import { intersectBoxes } from '../geometry/box.ts';
import type { Box } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';

/**
 * Shows of an image only `crop` (in the picture's own pixels; all of it where null) and gives it the place
 * `box`. The pixels stay with the scene until it is burned.
 */
export function cropImage(scene: Scene, id: string, crop: Box | null, box: Box): Scene {
  const image = findElement(scene, id);
  if (image?.type !== 'image' || image.locked) return scene;
  const file = scene.files[image.fileId];
  const whole = file && { x: 0, y: 0, width: file.width, height: file.height };
  const within = crop === null || whole === undefined ? crop : intersectBoxes(crop, whole);
  if (crop !== null && within === null) return scene;
  return editScene(scene, { changed: [{ ...image, ...box, crop: within }] });
}

/** Lets exports show only `crop` of the scene, or everything where it is null. */
export function cropScene(scene: Scene, crop: Box | null): Scene {
  return crop === scene.crop ? scene : { ...scene, crop };
}
