import { boxAround, growBox } from '../../../shared/scene/geometry/box.ts';
import type { Box } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { turnedCorners } from '../../../shared/scene/redaction/cover.ts';
import { makeSvg } from '../svg/make-svg.ts';
import { loadImage } from './load-image.ts';

/**
 * What the burned scene shows in `box`, which is turned by `angle` about its middle, and in `margin` around it:
 * upright, a pixel to a scene unit.
 */
export async function drawTurned(
  scene: Scene,
  box: Box,
  angle: number,
  margin: number,
): Promise<OffscreenCanvas> {
  const whole = growBox(box, margin);
  const shown = boxAround(turnedCorners(whole, angle)) ?? whole;
  const svg = await makeSvg(scene, { box: shown, background: true });
  const image = await loadImage(new Blob([svg], { type: 'image/svg+xml' }));
  const canvas = new OffscreenCanvas(Math.ceil(whole.width), Math.ceil(whole.height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas');
  context.translate(whole.width / 2, whole.height / 2);
  context.rotate(-angle);
  context.translate(-box.x - box.width / 2, -box.y - box.height / 2);
  context.drawImage(image, shown.x, shown.y, shown.width, shown.height);
  return canvas;
}
