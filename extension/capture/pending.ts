import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';

/** What the script in a page will come back with. */
export type Awaited = 'region' | 'walk';

/** The page that was asked. Kept for the browser's session: the service worker may sleep meanwhile. */
interface Pending {
  readonly documentId: string;
  readonly awaited: Awaited;
}

/** By tab: scripts that are about to run, and may speak before the browser says in which document they do. */
const starting = new Map<number, Promise<unknown>>();

/** Notes that a page will come back with something, as soon as the script is known to run. */
export async function expectFrom(
  tabId: number,
  start: Promise<Pending | undefined>,
): Promise<void> {
  const noted = start.then((pending) =>
    pending ? browser.storage.session.set({ [keyOf(tabId)]: pending }) : undefined,
  );
  starting.set(tabId, noted);
  try {
    await noted;
  } finally {
    if (starting.get(tabId) === noted) starting.delete(tabId);
  }
}

/**
 * The tab of a page that was asked for this. It is believed once: what it sends again is nothing, and so is what
 * comes from a frame, or from a page that came into that tab later.
 */
export async function meetSender(
  { tab, documentId, frameId }: Browser.runtime.MessageSender,
  awaited: Awaited,
): Promise<number | undefined> {
  if (tab?.id === undefined || documentId === undefined || frameId !== 0) return undefined;
  await starting.get(tab.id)?.catch(() => {});
  const key = keyOf(tab.id);
  const { [key]: pending } = (await browser.storage.session.get(key)) as Record<
    string,
    Pending | undefined
  >;
  if (pending?.documentId !== documentId || pending.awaited !== awaited) return undefined;
  await browser.storage.session.remove(key);
  return tab.id;
}

function keyOf(tabId: number): string {
  return `pending-${tabId}`;
}
