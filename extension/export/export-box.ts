import { boundsOf } from '../../shared/scene/geometry/bounds.ts';
import { boxContains, uniteBoxes } from '../../shared/scene/geometry/box.ts';
import type { Box } from '../../shared/scene/model/element.ts';
import type { Scene } from '../../shared/scene/model/scene.ts';
import { paintedBox, sceneBox } from '../../shared/scene/render/scene-box.ts';

/**
 * What an export shows: the scene's crop; a capture exactly, where all that was added lies on it; else everything
 * with some room around. Null for an empty scene.
 */
export function exportBox(scene: Scene): Box | null {
  const whole = sceneBox(scene);
  if (whole === null || scene.crop !== null) return whole;
  const pictures = scene.elements.filter(({ type }) => type === 'image');
  const picture = uniteBoxes(pictures.map(boundsOf));
  if (picture === null) return whole;
  const isOnPicture = scene.elements.every(
    (element) => element.type === 'image' || boxContains(picture, paintedBox(element)),
  );
  return isOnPicture ? picture : whole;
}

/** Own pixels of the scene's densest picture to a scene unit; 1 without any. */
export function ownDensity(scene: Scene): number {
  const densities = scene.elements.map((element) => {
    const file = element.type === 'image' ? scene.files[element.fileId] : undefined;
    if (element.type !== 'image' || !file || file.mimeType === 'image/svg+xml') return 1;
    return (element.crop?.width ?? file.width) / element.width;
  });
  return Math.max(1, ...densities);
}
