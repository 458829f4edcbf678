import type { ImageElement } from '../../../shared/scene/model/element.ts';
import type { SceneFile } from '../../../shared/scene/model/scene.ts';
import { MAX_CANVAS_SIDE_PX } from '../picture/canvas-limits.ts';
import { loadImage } from '../picture/load-image.ts';
import type { BurnedPicture } from './burn-picture.ts';

/** Pixels to a scene unit, so that what was drawn still looks sharp on dense screens. */
const DENSITY = 3;

/** An SVG as pixels: of a drawing nobody can say which of its parts a cover hides. */
export async function drawSvg(image: ImageElement, file: SceneFile): Promise<BurnedPicture> {
  const shownWidth = image.crop?.width ?? file.width;
  const wanted = (image.width / shownWidth) * DENSITY;
  const largest = MAX_CANVAS_SIDE_PX / 2 / Math.max(file.width, file.height);
  const factor = Math.min(Math.max(1, wanted), largest);
  const width = Math.max(1, Math.round(file.width * factor));
  const height = Math.max(1, Math.round(file.height * factor));
  const drawing = await loadImage(new Blob([file.bytes], { type: file.mimeType }));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(drawing, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const across = width / file.width;
  const down = height / file.height;
  const crop = image.crop && {
    x: image.crop.x * across,
    y: image.crop.y * down,
    width: image.crop.width * across,
    height: image.crop.height * down,
  };
  return { image: { ...image, crop }, file: { mimeType: 'image/png', bytes, width, height } };
}
