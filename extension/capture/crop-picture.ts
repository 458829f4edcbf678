import { type Rect, type Size, toDevicePixels } from './region/rect.ts';
import { CaptureError } from './why-not.ts';

/**
 * Cuts `rect` out of the picture of a viewport.
 * @param rect in CSS pixels of `viewport`; the scale is the picture's own, as zoom and screen both change it
 * @returns a PNG
 */
export async function cropPicture(picture: Blob, rect: Rect, viewport: Size): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  try {
    const { left, top, width, height } = toDevicePixels(
      rect,
      bitmap.width / viewport.width,
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
