import { middleOf } from '../../../../shared/scene/geometry/box.ts';
import { rotatePoint } from '../../../../shared/scene/geometry/point.ts';
import type { Box, ImageElement, Point } from '../../../../shared/scene/model/element.ts';
import { pickElements } from '../../../../shared/scene/model/index-elements.ts';
import type { Scene, SceneFile } from '../../../../shared/scene/model/scene.ts';
import { cropImage, cropScene, wholePicture } from '../../../../shared/scene/operations/crop.ts';
import type { Frame } from '../handles.ts';
import { cropFrame } from './crop-frame.ts';

/** What the crop tool crops: the scene, or one picture. */
export interface CropSubject {
  /** Of what is shown now; null where nothing is cropped yet. */
  readonly frame: Frame | null;
  readonly stepKey: 'cropScene' | 'cropImage';
  /** A point of the scene where it would lie if nothing were turned. */
  readonly toOwn: (point: Point) => Point;
  /** A crop that is moved, as large as it is and not beyond what there is. */
  readonly keepIn: (box: Box) => Box;
  /** The scene with another crop, which is not turned. */
  readonly crop: (box: Box) => Scene;
}

/** The picture that is selected, if that is all and it may be changed. */
export function pickPicture(
  scene: Scene,
  selection: ReadonlySet<string>,
): { readonly image: ImageElement; readonly file: SceneFile } | null {
  if (selection.size !== 1) return null;
  const [image] = pickElements(scene, selection);
  const file = image?.type === 'image' ? scene.files[image.fileId] : undefined;
  return image?.type !== 'image' || file === undefined || image.locked ? null : { image, file };
}

export function subjectOf(scene: Scene, selection: ReadonlySet<string>): CropSubject {
  const picked = pickPicture(scene, selection);
  if (picked === null) {
    return {
      frame: scene.crop && cropFrame(scene.crop),
      stepKey: 'cropScene',
      toOwn: (point) => point,
      keepIn: (box) => box,
      crop: (box) => cropScene(scene, box),
    };
  }
  const { image, file } = picked;
  const whole = wholePicture(image, file);
  return {
    frame: cropFrame(image, image.angle),
    stepKey: 'cropImage',
    toOwn: (point) => rotatePoint(point, middleOf(image), -image.angle),
    keepIn: (box) => pushInto(box, whole),
    crop: (box) => cropImage(scene, image.id, box),
  };
}

function pushInto(box: Box, whole: Box): Box {
  const x = Math.max(whole.x, Math.min(box.x, whole.x + whole.width - box.width));
  const y = Math.max(whole.y, Math.min(box.y, whole.y + whole.height - box.height));
  return { ...box, x, y };
}
