import { growBox } from '../../../shared/scene/geometry/box.ts';
import type { RedactionElement, SceneElement } from '../../../shared/scene/model/element.ts';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import type { Scene, SceneFile } from '../../../shared/scene/model/scene.ts';
import { drawMosaic } from './draw-mosaic.ts';

/** By how much the blocks reach over the area, to cover pixels that it touched only; in scene units. */
const EDGE = 1;

/**
 * A burned scene with pictures of blocks in place of its pixelating redactions. The colours come from a drawing
 * of the burned scene, in which nothing of what was hidden is left.
 */
export async function layMosaics(burned: Scene): Promise<Scene> {
  if (!burned.elements.some(isPixelating)) return burned;
  const bare = { ...burned, elements: burned.elements.filter((element) => !isPixelating(element)) };
  const files: Record<string, SceneFile> = { ...burned.files };
  const elements: SceneElement[] = [];
  for (const element of burned.elements) {
    if (!isPixelating(element)) {
      elements.push(element);
      continue;
    }
    const fileId = crypto.randomUUID();
    files[fileId] = await drawMosaic(element, bare);
    const { angle, groupIds, frameId, locked } = element;
    const place = { ...growBox(element, EDGE), angle, groupIds, frameId, locked };
    elements.push(makeElement('image', { ...place, fileId }));
  }
  return { ...burned, elements, files };
}

function isPixelating(element: SceneElement): element is RedactionElement {
  return element.type === 'redaction' && element.style === 'pixelate';
}
