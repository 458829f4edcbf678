import type { Page } from '@playwright/test';
import type { At } from './editor-steps.ts';

export interface SeenPicture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel that was asked for. */
  readonly pixels: readonly (readonly number[])[];
}

/** Waits until the editor that a capture ended in shows its picture. */
export async function awaitPicture(editor: Page): Promise<void> {
  await editor.waitForURL(/#(draft|diagram)=/);
  await editor.locator('.canvas image').first().waitFor({ state: 'attached' });
}

/** Reads the first picture in the editor where it is: large ones take seconds to be coded and sent. */
export async function readPicture(editor: Page, at: readonly At[] = []): Promise<SeenPicture> {
  await awaitPicture(editor);
  return editor.evaluate(readInPage, at);
}

async function readInPage(at: readonly At[]): Promise<SeenPicture> {
  const picture = new Image();
  picture.src = document.querySelector('.canvas image')?.getAttribute('href') ?? '';
  await picture.decode();
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const pixels = at.map(({ x, y }) => {
    context.drawImage(picture, x, y, 1, 1, 0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
  });
  return { width: picture.naturalWidth, height: picture.naturalHeight, pixels };
}
