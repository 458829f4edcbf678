import { browser } from 'wxt/browser';

/** The address of the page that lists the diagrams of a tab. */
export function recoverUrl(tabId: number): string {
  return browser.runtime.getURL(`/recover.html#tab=${tabId}` as '/recover.html');
}

/** Id of the tab that the page's address names; that of no tab where it names none. */
export function readRecoverUrl(hash: string): number {
  const tabId = Number(new URLSearchParams(hash.slice(1)).get('tab') ?? Number.NaN);
  return Number.isSafeInteger(tabId) ? tabId : browser.tabs.TAB_ID_NONE;
}
