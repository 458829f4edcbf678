import { type Rect, toDevicePixels, type Viewport } from './region/rect.ts';
import { CaptureError } from './why-not.ts';

/**
 * Cuts `rect` out of the picture of a viewport.
 * @param rect in CSS pixels of `viewport`
 * @returns a PNG
 */
export async function cropPicture(picture: Blob, rect: Rect, viewport: Viewport): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  try {
    const { left, top, width, height } = toDevicePixels(
      rect,
      pictureScale(bitmap.width, viewport),
      bitmap,
    );
    if (width < 1 || height < 1) throw new CaptureError('failed');
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new CaptureError('failed');
    context.drawImage(bitmap, -left, -top);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    bitmap.close();
  }
}

/**
 * Device pixels to a CSS pixel in a picture of so many pixels' width: as the page has it where that fits, for a
 * picture's width is rounded; else the picture's own.
 */
export function pictureScale(pictureWidth: number, { width, scale }: Viewport): number {
  return Math.abs(pictureWidth - width * scale) <= 1 ? scale : pictureWidth / width;
}
