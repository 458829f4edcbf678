import { browser } from 'wxt/browser';

/* A link on its way to the reader's tab goes through the browser's memory, not through the tab's address: the
 * history keeps addresses, and may send them elsewhere. */

const PREFIX = 'link-';

/** Keeps `link` in memory until it is taken, and returns what to ask for it with. */
export async function handOverLink(link: string): Promise<string> {
  const handle = PREFIX + crypto.randomUUID();
  await browser.storage.session.set({ [handle]: link });
  return handle;
}

/** What was handed over, once; any other text comes back as it is. */
export async function takeHandedLink(text: string): Promise<string> {
  if (!text.startsWith(PREFIX)) return text;
  const { [text]: link } = (await browser.storage.session.get(text)) as Record<string, string>;
  await browser.storage.session.remove(text);
  return link ?? '';
}
