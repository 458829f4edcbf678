import { boundsOf } from '../../geometry/bounds.ts';
import { hasPoints } from '../../geometry/path.ts';
import { pathInScene, withPath } from '../../geometry/reshape.ts';
import type { SceneElement } from '../../model/element.ts';
import type { Scene } from '../../model/scene.ts';
import {
  type Band,
  closeGap,
  closeGapAt,
  cutBox,
  extentAcross,
  shiftAcross,
  sideOf,
} from './band.ts';
import { cutImage } from './cut-image.ts';

/** What is left of an element: nothing, itself (the very same where the band is behind it), or two parts. */
export type Parts = readonly [first?: SceneElement, second?: SceneElement];

export function cutElement(scene: Scene, element: SceneElement, band: Band): Parts {
  switch (sideOf(boundsOf(element), band)) {
    case 'before':
      return [element];
    case 'behind':
      return [shiftAcross(element, band, band.start - band.end)];
    case 'inside':
      return [];
    case 'across':
      return cutAcross(scene, element, band);
  }
}

function cutAcross(scene: Scene, element: SceneElement, band: Band): Parts {
  if (hasPoints(element)) {
    const points = pathInScene(element).map((point) => closeGapAt(point, band));
    return [withPath(element, points)];
  }
  if (element.type === 'redaction' && element.angle !== 0)
    return [element, shiftAcross(element, band, band.start - band.end)];
  if (staysWhole(scene, element)) return [moveWhole(element, band)];
  if (element.type === 'image') return cutImage(scene, element, band);
  return [{ ...element, ...cutBox(element, band) }];
}

/** Whether it moves as one piece where the band crosses it. */
export function staysWhole(scene: Scene, element: SceneElement): boolean {
  if (element.type === 'text' || element.type === 'step') return true;
  if (element.type === 'image' && scene.files[element.fileId] === undefined) return true;
  return element.angle !== 0;
}

function moveWhole(element: SceneElement, band: Band): SceneElement {
  const { low } = extentAcross(boundsOf(element), band);
  return shiftAcross(element, band, closeGap(low, band) - low);
}
