import { browser } from 'wxt/browser';

/** The address of the packaged reader with a share link, or without one to paste it there. */
export function readerUrl(link = ''): string {
  const hash = link === '' ? '' : `#${encodeURIComponent(link)}`;
  return browser.runtime.getURL(`/reader.html${hash}` as '/reader.html');
}

/** Opens a share link in the packaged reader, in a tab beside the one it was found in. */
export async function openReaderTab(link: string, openerTabId: number): Promise<void> {
  const { index } = await browser.tabs.get(openerTabId);
  await browser.tabs.create({ url: readerUrl(link), openerTabId, index: index + 1 });
}
