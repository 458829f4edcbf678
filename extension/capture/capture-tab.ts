import { browser } from 'wxt/browser';
import { openDraft } from '../share/open-draft.ts';
import { cropPicture } from './crop-picture.ts';
import type { RegionMessage } from './messages.ts';
import { expectRegion } from './pending-region.ts';
import type { RegionStart } from './region/run-region.ts';
import { takePicture } from './take-picture.ts';
import { CaptureError, whyNotFromUrl } from './why-not.ts';

/** Takes what is visible in the tab, and opens it to be shared. @throws {CaptureError} */
export async function captureVisible(tabId: number): Promise<void> {
  await openPicture(tabId, await takePicture(tabId));
}

/** Lets the user choose a region in the tab; `captureRegion` goes on from there. @throws {CaptureError} */
export async function chooseRegion(tabId: number): Promise<void> {
  const { url = '' } = await browser.tabs.get(tabId);
  const why = whyNotFromUrl(url);
  if (why) throw new CaptureError(why);
  const { documentId, start } = await injectRegion(tabId);
  if (start === 'not-html') throw new CaptureError('notHtml');
  await expectRegion({ tabId, documentId });
}

async function injectRegion(tabId: number): Promise<{ documentId: string; start: RegionStart }> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/region.js'],
    });
    if (!result) throw new CaptureError('failed');
    return { documentId: result.documentId, start: result.result as RegionStart };
  } catch (cause) {
    throw new CaptureError('browserPage', { cause });
  }
}

/** Takes the region that the user chose in the tab, and opens it to be shared. @throws {CaptureError} */
export async function captureRegion(
  tabId: number,
  { rect, viewport }: Extract<RegionMessage, { type: 'region-taken' }>,
): Promise<void> {
  await openPicture(tabId, await cropPicture(await takePicture(tabId), rect, viewport));
}

async function openPicture(tabId: number, data: Blob): Promise<void> {
  await openDraft({ kind: 'picture', data }, tabId);
}
