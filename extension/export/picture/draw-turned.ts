import type { Box, ImageElement } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';

/**
 * What the scene's background and pictures show in `box`, which is turned by `angle` about its middle, and in
 * `margin` around it: upright, a pixel to a scene unit.
 */
export async function drawTurned(
  scene: Scene,
  box: Box,
  angle: number,
  margin: number,
): Promise<OffscreenCanvas> {
  const width = Math.ceil(box.width + 2 * margin);
  const height = Math.ceil(box.height + 2 * margin);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas');
  if (scene.backgroundColor !== 'transparent') {
    context.fillStyle = scene.backgroundColor;
    context.fillRect(0, 0, width, height);
  }
  context.translate(margin + box.width / 2, margin + box.height / 2);
  context.rotate(-angle);
  context.translate(-box.x - box.width / 2, -box.y - box.height / 2);
  for (const element of scene.elements) {
    if (element.type === 'image') await drawPicture(context, element, scene);
  }
  return canvas;
}

async function drawPicture(
  context: OffscreenCanvasRenderingContext2D,
  image: ImageElement,
  scene: Scene,
): Promise<void> {
  const file = scene.files[image.fileId];
  if (!file || file.mimeType === 'image/svg+xml') return;
  const bitmap = await createImageBitmap(new Blob([file.bytes], { type: file.mimeType }));
  const { x, y, width, height } = image;
  const part = image.crop ?? { x: 0, y: 0, width: file.width, height: file.height };
  context.save();
  context.globalAlpha = image.opacity / 100;
  context.translate(x + width / 2, y + height / 2);
  context.rotate(image.angle);
  context.scale(...image.scale);
  context.drawImage(
    bitmap,
    part.x,
    part.y,
    part.width,
    part.height,
    -width / 2,
    -height / 2,
    width,
    height,
  );
  context.restore();
  bitmap.close();
}
