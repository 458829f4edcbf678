import { browser } from 'wxt/browser';
import type { Rect, Viewport } from '../capture/region/rect.ts';
import { CaptureError, whyNotFromUrl } from '../capture/why-not.ts';
import { type FoundList, readFoundList } from './found.ts';

/** What the script in the tab's page finds. @throws {CaptureError} where none may run there */
export async function findInTab(tabId: number): Promise<FoundList> {
  const { url = '' } = await browser.tabs.get(tabId);
  const why = whyNotFromUrl(url);
  if (why) throw new CaptureError(why);
  const list = readFoundList(await runFile(tabId));
  if (list === undefined) throw new CaptureError('failed');
  return list;
}

async function runFile(tabId: number): Promise<unknown> {
  try {
    const [injected] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/find-diagrams.js'],
    });
    return injected?.result;
  } catch (cause) {
    throw new CaptureError('browserPage', { cause });
  }
}

/** Where something that was found is seen in the tab's window, after it was scrolled there. */
export interface SeenElement {
  readonly rect: Rect;
  readonly viewport: Viewport;
}

/** Undefined where it is gone, or nothing of it can be seen. */
export async function showElement(tabId: number, index: number): Promise<SeenElement | undefined> {
  const [injected] = await browser.scripting.executeScript({
    target: { tabId },
    func: scrollToFound,
    args: [index],
  });
  return (injected?.result as SeenElement | null | undefined) ?? undefined;
}

/** Runs in the page, in the same world as `find-diagrams`, which keeps its elements there. */
async function scrollToFound(index: number): Promise<SeenElement | null> {
  const kept = (globalThis as { [key: symbol]: readonly Element[] | undefined })[
    Symbol.for('inkseal diagrams')
  ];
  const element = kept?.[index];
  if (!element?.isConnected) return null;
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await nextFrame();
  await nextFrame();
  const rect = element.getBoundingClientRect();
  let { left, top } = rect;
  // A frame's own place is added for each frame around it.
  let view = element.ownerDocument.defaultView;
  while (view?.frameElement) {
    const frame = view.frameElement.getBoundingClientRect();
    left += frame.left + view.frameElement.clientLeft;
    top += frame.top + view.frameElement.clientTop;
    view = view.parent as Window & typeof globalThis;
  }
  const right = Math.min(innerWidth, left + rect.width);
  const bottom = Math.min(innerHeight, top + rect.height);
  [left, top] = [Math.max(0, left), Math.max(0, top)];
  if (right - left < 1 || bottom - top < 1) return null;
  return {
    rect: { left, top, width: right - left, height: bottom - top },
    viewport: { width: innerWidth, height: innerHeight, scale: devicePixelRatio },
  };
}
