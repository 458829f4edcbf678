import { browser } from 'wxt/browser';

/** The page in which a region is being chosen. Kept for the browser's session: the service worker may sleep. */
interface PendingRegion {
  readonly tabId: number;
  readonly documentId: string;
}

const KEY = 'pending-region';

export async function expectRegion(pending: PendingRegion): Promise<void> {
  await browser.storage.session.set({ [KEY]: pending });
}

/** Whether a region of this page is awaited. It is told so once: what it sends again is nothing. */
export async function meetRegion({ tabId, documentId }: PendingRegion): Promise<boolean> {
  const { [KEY]: pending } = (await browser.storage.session.get(KEY)) as { [KEY]?: PendingRegion };
  if (pending?.tabId !== tabId || pending.documentId !== documentId) return false;
  await browser.storage.session.remove(KEY);
  return true;
}
