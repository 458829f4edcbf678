import { intersectBoxes, middleOf } from '../geometry/box.ts';
import { rotatePoint } from '../geometry/point.ts';
import type { Box, ImageElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene, SceneFile } from '../model/scene.ts';
import { placeOfPixels } from '../redaction/picture-pixels.ts';
import { editScene } from './edit-scene.ts';

/** Less of a picture than this can't be seen, in its own pixels. */
const MIN_PIXELS = 1;

/**
 * Shows of an image only what lies in `box`, which is turned with it about the image's own middle; where that is
 * all of the picture, nothing is cropped. What is shown stays where it is. The pixels stay with the scene until it
 * is burned.
 */
export function cropImage(scene: Scene, id: string, box: Box): Scene {
  const image = findElement(scene, id);
  const file = image?.type === 'image' ? scene.files[image.fileId] : undefined;
  if (image?.type !== 'image' || file === undefined || image.locked) return scene;
  if (!(image.width > 0 && image.height > 0)) return scene;
  const whole = wholeOf(file);
  const crop = intersectBoxes(pixelsIn(box, image, file), whole);
  if (crop === null || crop.width < MIN_PIXELS || crop.height < MIN_PIXELS) return scene;
  const isAll = crop.width === whole.width && crop.height === whole.height;
  const place = placeOfPixels(crop, image, file);
  return editScene(scene, { changed: [{ ...image, ...place, crop: isAll ? null : crop }] });
}

/** The place of all of the picture that an image shows a part of: a box that is turned about the image's middle. */
export function wholePicture(image: ImageElement, file: SceneFile): Box {
  const place = placeOfPixels(wholeOf(file), image, file);
  const [x, y] = rotatePoint(middleOf(place), middleOf(image), -image.angle);
  return { ...place, x: x - place.width / 2, y: y - place.height / 2 };
}

/** Lets exports show only `crop` of the scene, or everything where it is null. */
export function cropScene(scene: Scene, crop: Box | null): Scene {
  return crop === scene.crop ? scene : { ...scene, crop };
}

function wholeOf({ width, height }: SceneFile): Box {
  return { x: 0, y: 0, width, height };
}

function pixelsIn(box: Box, { x, y, width, height, crop, scale }: ImageElement, file: SceneFile) {
  const shown = crop ?? wholeOf(file);
  const [wide, high] = [box.width / width, box.height / height];
  const across = (box.x - x) / width;
  const down = (box.y - y) / height;
  return {
    x: shown.x + (scale[0] < 0 ? 1 - across - wide : across) * shown.width,
    y: shown.y + (scale[1] < 0 ? 1 - down - high : down) * shown.height,
    width: wide * shown.width,
    height: high * shown.height,
  };
}
