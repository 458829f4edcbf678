import type { Page } from '@playwright/test';
import { awaitPicture } from './read-picture.ts';

/** Size of the page's picture in CSS pixels; larger than the window, so that it can be scrolled. */
export const KNOWN_PIXELS_SIZE = 2048;

/** A page on which every CSS pixel has a colour of its own, which tells where it lies. */
export const KNOWN_PIXELS_PAGE = `<!doctype html>
<title>Known pixels</title>
<style>
  html { scrollbar-width: none }
  body { margin: 0 }
  canvas { display: block; image-rendering: pixelated }
</style>
<canvas width="${KNOWN_PIXELS_SIZE}" height="${KNOWN_PIXELS_SIZE}"></canvas>
<script>
  const context = document.querySelector('canvas').getContext('2d');
  const image = context.createImageData(${KNOWN_PIXELS_SIZE}, ${KNOWN_PIXELS_SIZE});
  const pixels = new Uint32Array(image.data.buffer);
  for (let y = 0; y < ${KNOWN_PIXELS_SIZE}; y++) {
    for (let x = 0; x < ${KNOWN_PIXELS_SIZE}; x++) {
      const high = (x >> 8) | ((y >> 8) << 4);
      pixels[y * ${KNOWN_PIXELS_SIZE} + x] = (255 << 24) | (high << 16) | ((y & 255) << 8) | (x & 255);
    }
  }
  context.putImageData(image, 0, 0);
</script>`;

interface Expected {
  /** Where the picture begins on the page, in CSS pixels. */
  readonly left: number;
  readonly top: number;
  /** Device pixels to a CSS pixel. */
  readonly scale: number;
}

export interface PixelReport {
  readonly width: number;
  readonly height: number;
  /** Pixels that are not what the page shows there. */
  readonly wrong: number;
  /** The first of them, in words. */
  readonly first: string | undefined;
}

/** Compares each pixel of the first picture in the editor with what the page shows there. */
export async function compareSeen(editor: Page, expected: Expected): Promise<PixelReport> {
  await awaitPicture(editor);
  return editor.evaluate(compareInPage, { expected });
}

/** Compares each pixel of a PNG with what the page shows there; in `page`, whichever it is. */
export function comparePixels(
  page: Page,
  picture: Buffer,
  expected: Expected,
): Promise<PixelReport> {
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  return page.evaluate(compareInPage, { source, expected });
}

/** Runs in a page: there the picture can be decoded. */
async function compareInPage({
  source,
  expected,
}: {
  source?: string;
  expected: Expected;
}): Promise<PixelReport> {
  const picture = new Image();
  picture.src = source ?? document.querySelector('.canvas image')?.getAttribute('href') ?? '';
  await picture.decode();
  const { naturalWidth: width, naturalHeight: height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  // Where two of the page's pixels meet in the middle of one, either is right.
  const seenAt = (index: number, from: number): [number, number] => [
    Math.floor((index + 0.49) / expected.scale + from),
    Math.floor((index + 0.51) / expected.scale + from),
  ];
  const [left, right] = [new Int32Array(width), new Int32Array(width)];
  for (let i = 0; i < width; i++) [left[i], right[i]] = seenAt(i, expected.left);
  let wrong = 0;
  let first: string | undefined;
  for (let j = 0, at = 0; j < height; j++) {
    const [above, below] = seenAt(j, expected.top);
    for (let i = 0; i < width; i++, at += 4) {
      const blue = data[at + 2] as number;
      const x = (data[at] as number) | ((blue & 15) << 8);
      const y = (data[at + 1] as number) | ((blue >> 4) << 8);
      if ((x === left[i] || x === right[i]) && (y === above || y === below)) continue;
      wrong++;
      first ??= `at ${i},${j}: the page's ${x},${y} instead of ${seenAt(i, expected.left)},${above},${below}`;
    }
  }
  return { width, height, wrong, first };
}
