import { browser } from 'wxt/browser';

/** Opens a tab beside the one it came from, to which closing it returns. */
export async function openTabBeside(url: string, openerTabId?: number): Promise<void> {
  const opener =
    openerTabId === undefined
      ? undefined
      : await browser.tabs.get(openerTabId).catch(() => undefined);
  await browser.tabs.create({
    url,
    ...(opener
      ? { openerTabId: opener.id, windowId: opener.windowId, index: opener.index + 1 }
      : {}),
  });
}
