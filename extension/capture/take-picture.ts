import { browser } from 'wxt/browser';
import { CaptureError } from './why-not.ts';

/** The browser allows two captures a second; 510 ms apart none was ever refused, at 500 ms some were. */
const PAUSE_MS = 510;

let lastStart = Number.NEGATIVE_INFINITY;
let queue: Promise<unknown> = Promise.resolve();

/**
 * What is visible in the tab, in device pixels.
 * @throws {CaptureError} `tabChanged` where the tab is not the one that is seen, `failed` where the browser refuses
 */
export async function takePicture(tabId: number): Promise<Blob> {
  return decodeDataUrl(await takeEncoded(tabId));
}

/** The same as a data URL, for who decodes it while the next one is awaited. @throws {CaptureError} */
export function takeEncoded(tabId: number): Promise<string> {
  const taken = queue.then(() => takeWhenAllowed(tabId));
  queue = taken.catch(() => {});
  return taken;
}

async function takeWhenAllowed(tabId: number): Promise<string> {
  try {
    return await takeOnce(tabId);
  } catch (error) {
    if (error instanceof CaptureError) throw error;
    // Reading back from the graphics card fails now and then.
    return takeOnce(tabId).catch((cause: unknown) => {
      throw cause instanceof CaptureError ? cause : new CaptureError('failed', { cause });
    });
  }
}

async function takeOnce(tabId: number): Promise<string> {
  await pause(lastStart + PAUSE_MS - performance.now());
  const windowId = await seenIn(tabId);
  lastStart = performance.now();
  const url = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  await seenIn(tabId); // else it is another tab's picture
  return url;
}

/** The window in which the tab is the one that is seen. */
async function seenIn(tabId: number): Promise<number> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab?.active) throw new CaptureError('tabChanged');
  return tab.windowId;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The bytes of a base64 data URL. (The pages' policy allows no `fetch` of one.) */
export function decodeDataUrl(url: string): Blob {
  const comma = url.indexOf(',');
  const type = /^data:([\w/+.-]+)/.exec(url)?.[1] ?? '';
  const letters = atob(url.slice(comma + 1));
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return new Blob([bytes], { type });
}
