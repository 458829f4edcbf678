import { browser } from 'wxt/browser';
import { cropPicture } from '../capture/crop-picture.ts';
import { takePicture } from '../capture/take-picture.ts';
import { CaptureError } from '../capture/why-not.ts';
import { showElement } from './ask-page.ts';

/**
 * The pixels that are seen of something that was found: brings its tab to the front for a moment.
 * @throws {CaptureError} where it is gone, or the browser gives no picture
 */
export async function takeSeen(tabId: number, index: number): Promise<Blob> {
  const own = await browser.tabs.getCurrent();
  await browser.tabs.update(tabId, { active: true });
  try {
    const seen = await showElement(tabId, index);
    if (seen === undefined) throw new CaptureError('failed');
    return await cropPicture(await takePicture(tabId), seen.rect, seen.viewport);
  } finally {
    if (own?.id !== undefined) await browser.tabs.update(own.id, { active: true });
  }
}
