import type { Page } from '@playwright/test';
import { awaitPicture } from './read-picture.ts';

export interface PictureDifference {
  readonly width: number;
  readonly height: number;
  /** 0 to 1: of all pixels, how many differ at all. */
  readonly share: number;
  /** The first of them. */
  readonly first?: string;
}

/**
 * Compares the first picture in the editor with a PNG of the same size pixel by pixel; every difference counts,
 * however small. In the page, as both are decoded faster there than anywhere else.
 */
export async function compareWithEditor(
  editor: Page,
  expected: Buffer,
): Promise<PictureDifference> {
  await awaitPicture(editor);
  return editor.evaluate(compareInPage, expected.toString('base64'));
}

async function compareInPage(base64: string): Promise<PictureDifference> {
  const BAND = 1024;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const expected = await createImageBitmap(new Blob([bytes]));
  const shown = new Image();
  shown.src = document.querySelector('.canvas image')?.getAttribute('href') ?? '';
  await shown.decode();
  // Of an element as large as this, the browser would decode all again for each band.
  const picture = await createImageBitmap(shown);
  const { width, height } = picture;
  if (expected.width !== width || expected.height !== height) {
    throw new Error(`${width} × ${height} against ${expected.width} × ${expected.height}`);
  }
  const canvas = new OffscreenCanvas(width, BAND);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const read = (image: CanvasImageSource, top: number, rows: number) => {
    context.drawImage(image, 0, top, width, rows, 0, 0, width, rows);
    return new Uint32Array(context.getImageData(0, 0, width, rows).data.buffer);
  };
  let different = 0;
  let first: string | undefined;
  for (let top = 0; top < height; top += BAND) {
    const rows = Math.min(BAND, height - top);
    const [these, those] = [read(picture, top, rows), read(expected, top, rows)];
    for (let i = 0; i < these.length; i++) {
      if (these[i] === those[i]) continue;
      different++;
      first ??= `${i % width},${top + Math.floor(i / width)}`;
    }
  }
  return { width, height, share: different / (width * height), ...(first ? { first } : {}) };
}
