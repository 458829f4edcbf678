import { browser } from 'wxt/browser';
import { handOverLink } from './hand-over-link.ts';

/** Opens a share link in the packaged reader, in a tab beside the one it was found in. */
export async function openReaderTab(link: string, openerTabId: number): Promise<void> {
  const [handle, { index }] = await Promise.all([
    handOverLink(link),
    browser.tabs.get(openerTabId),
  ]);
  const url = browser.runtime.getURL(`/reader.html#${handle}` as '/reader.html');
  await browser.tabs.create({ url, openerTabId, index: index + 1 });
}
