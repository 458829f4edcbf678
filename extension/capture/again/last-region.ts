import { browser } from 'wxt/browser';
import type { Rect } from '../region/rect.ts';

/** The region that was taken last in a tab. */
interface LastRegion {
  /** The page's address without its fragment: another page has other things there. */
  readonly page: string;
  /** In CSS pixels of what is seen. */
  readonly rect: Rect;
}

/** Keeps it for the browser's session, in memory. */
export async function rememberRegion(tabId: number, rect: Rect): Promise<void> {
  const region: LastRegion = { page: await pageOf(tabId), rect };
  await browser.storage.session.set({ [keyOf(tabId)]: region });
}

/** The last region of the page that the tab shows; undefined where none was taken. */
export async function recallRegion(tabId: number): Promise<Rect | undefined> {
  const key = keyOf(tabId);
  const { [key]: last } = (await browser.storage.session.get(key)) as Record<
    string,
    LastRegion | undefined
  >;
  return last && last.page === (await pageOf(tabId)) ? last.rect : undefined;
}

/** Forgets the regions of tabs that are closed. */
export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    void browser.storage.session.remove(keyOf(tabId));
  });
}

async function pageOf(tabId: number): Promise<string> {
  const { url = '' } = await browser.tabs.get(tabId);
  return url.replace(/#.*$/s, '');
}

function keyOf(tabId: number): string {
  return `last-region-${tabId}`;
}
