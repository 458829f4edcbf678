import type { SceneElement } from '../../../shared/scene/model/element.ts';
import type { Scene, SceneFile } from '../../../shared/scene/model/scene.ts';
import {
  type Cover,
  coversByElement,
  hidesSomething,
} from '../../../shared/scene/redaction/cover.ts';
import { cutShape } from '../../../shared/scene/redaction/cut-shape.ts';
import { cutStroke } from '../../../shared/scene/redaction/cut-stroke.ts';
import { cutText } from '../../../shared/scene/redaction/cut-text.ts';
import { setLines } from '../../../shared/scene/redaction/set-lines.ts';
import { opaque } from '../../../shared/scene/render/colors.ts';
import { loadFonts } from '../../fonts/load-fonts.ts';
import { measureText } from '../../fonts/measure-text.ts';
import { burnPicture } from './burn-picture.ts';
import { dropUnusedFiles, forgetOrigin } from './forget-origin.ts';
import { keepNumbers } from './keep-numbers.ts';
import { layMosaics } from './lay-mosaics.ts';

/**
 * The scene as others may have it: looks the same, and holds nothing of what redactions and crops hide. Pixels,
 * letters, strokes and outlines under them are gone, pixelated areas are pictures of blocks, sources and foreign
 * fields are dropped, and pictures tell nothing but what is seen (see docs/redaction.md). Elements and files to
 * which nothing was to be done stay the same objects.
 *
 * @throws {DOMException} where the browser can't decode one of its pictures
 */
export async function burnScene(scene: Scene): Promise<Scene> {
  await loadFonts();
  const covers = coversByElement(scene);
  const elements: SceneElement[] = [];
  const files: Record<string, SceneFile> = { ...scene.files };
  for (const [index, element] of scene.elements.entries()) {
    if (element.type !== 'image') {
      elements.push(...cutElement(element, covers[index] ?? []));
      continue;
    }
    const file = scene.files[element.fileId];
    if (!file) continue;
    const picture = await burnPicture(element, file, covers[index] ?? [], scene.crop);
    if (!picture) continue;
    elements.push(picture.image);
    files[picture.image.fileId] = picture.file;
  }
  const cut = dropUnusedFiles({ ...scene, elements: keepNumbers(scene.elements, elements), files });
  if (!hidesSomething(scene)) return isSame(scene, cut) ? scene : cut;
  return layMosaics(forgetOrigin(cut));
}

function cutElement(
  element: Exclude<SceneElement, { type: 'image' }>,
  covers: readonly Cover[],
): readonly SceneElement[] {
  const areas = covers.map(({ area }) => area);
  switch (element.type) {
    case 'redaction':
      return [
        {
          ...element,
          backgroundColor: opaque(element.backgroundColor),
          opacity: 100,
          rounded: false,
          link: null,
        },
      ];
    case 'text':
      if (areas.length === 0) return [element];
      return cutText(element, setLines(element, measureText), areas, (text) =>
        measureText(text, { family: element.fontFamily, size: element.fontSize }),
      );
    case 'line':
    case 'arrow':
    case 'freedraw':
      return areas.length === 0 ? [element] : cutStroke(element, areas);
    default:
      return areas.length === 0 ? [element] : cutShape(element, areas);
  }
}

function isSame(a: Scene, b: Scene): boolean {
  return (
    a.files === b.files &&
    a.elements.length === b.elements.length &&
    a.elements.every((element, index) => element === b.elements[index])
  );
}
