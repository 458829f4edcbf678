import type { Scene } from '../../../shared/scene/model/scene.ts';
import { makeSvg } from '../svg/make-svg.ts';
import { loadImage } from './load-image.ts';
import type { PlannedPicture } from './plan-pictures.ts';

/**
 * The burned scene as pixels.
 *
 * @throws {DOMException} where the browser can't hold or draw so large a picture
 */
export async function drawScene(
  scene: Scene,
  { box, scale }: PlannedPicture,
  background: boolean,
): Promise<OffscreenCanvas> {
  const svg = await makeSvg(scene, { box, background, scale });
  const image = await loadImage(new Blob([svg], { type: 'image/svg+xml' }));
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas');
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}
