import type { ShareContent, ShareItem } from '../../../shared/crypto/share.ts';
import {
  INKSEAL_EXTENSION,
  INKSEAL_MEDIA_TYPE,
} from '../../../shared/scene/formats/inkseal/inkseal-format.ts';
import { writeInkseal } from '../../../shared/scene/formats/inkseal/write-inkseal.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { burnScene } from '../burn/burn-scene.ts';
import { exportBox } from '../export-box.ts';
import { ExportError } from '../export-error.ts';
import { fileName, fileStem } from '../file-name.ts';
import { makePng } from '../picture/make-png.ts';
import { planPictures } from '../picture/plan-pictures.ts';

export interface SharedDiagram {
  /** One, or several where one would be too large. Nothing travels in them but what is seen. */
  readonly pictures: readonly ShareItem[];
  /** The burned scene, to be edited further. */
  readonly source: ShareItem;
}

/**
 * What of a diagram can be shared: all of it burned. Names tell when it was made, and nothing of where.
 *
 * @throws {ExportError | DOMException | RangeError} see `problemOf`
 */
export async function makeShare(scene: Scene, scale: number): Promise<SharedDiagram> {
  const burned = await burnScene(scene);
  const box = exportBox(burned);
  if (!box) throw new ExportError('empty');
  const stem = fileStem('');
  const planned = planPictures(box, scale, 'split');
  const pictures: ShareItem[] = [];
  for (const [index, picture] of planned.entries()) {
    const png = await makePng(burned, picture, { background: true, embeds: false });
    const name = fileName(stem, '.png', planned.length === 1 ? undefined : index + 1);
    pictures.push({ name, type: 'image/png', data: new Blob([png], { type: 'image/png' }) });
  }
  const source: ShareItem = {
    name: fileName(stem, INKSEAL_EXTENSION),
    type: INKSEAL_MEDIA_TYPE,
    data: new Blob([writeInkseal(burned)]),
  };
  return { pictures, source };
}

/** The share of a diagram: pictures first, the source only where the person wants it. */
export function toContent({ pictures, source }: SharedDiagram, withSource: boolean): ShareContent {
  return { kind: 'diagram', items: withSource ? [...pictures, source] : pictures };
}
