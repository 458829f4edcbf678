import { browser } from 'wxt/browser';
import { cropPicture } from '../capture/crop-picture.ts';
import type { Rect, Viewport } from '../capture/region/rect.ts';
import { decodeDataUrl, takePicture } from '../capture/take-picture.ts';
import { whyNotOf } from '../capture/why-not.ts';
import type { PictureDraft } from '../drafts/draft.ts';
import { openDraft } from '../share/open-draft.ts';
import { openShareTab } from '../share/open-share-tab.ts';
import type { MenuClick } from './listen-for-menus.ts';

type Picture = Pick<PictureDraft, 'data' | 'notice' | 'scale'>;

/** Opens an image of the page to be shared: the image itself, or what is seen of it where that is not allowed. */
export async function shareImage(
  { srcUrl = '', frameId }: MenuClick,
  tabId: number,
): Promise<void> {
  try {
    const image = await readImage(srcUrl);
    const picture: Picture = image ? { data: image } : await takeSeen(srcUrl, tabId, frameId ?? 0);
    await openDraft({ kind: 'picture', ...picture }, tabId);
  } catch (error) {
    await openShareTab({ cannotCapture: whyNotOf(error) }, tabId);
  }
}

/** The image's own bytes, once the user allowed its origin. Undefined where they can't be had. */
async function readImage(url: string): Promise<Blob | undefined> {
  if (url.startsWith('data:image/')) {
    return /^data:[^,]*;base64,/.test(url) ? decodeDataUrl(url) : undefined;
  }
  if (!url.startsWith('https:')) return undefined;
  const origins = [`${new URL(url).origin}/*`];
  try {
    return (await browser.permissions.request({ origins })) ? await fetchImage(url) : undefined;
  } catch {
    return undefined;
  } finally {
    // Kept for this image only. What a user once allowed is not asked for again.
    await browser.permissions.remove({ origins }).catch(() => false);
  }
}

async function fetchImage(url: string): Promise<Blob | undefined> {
  const response = await fetch(url, { credentials: 'include', referrerPolicy: 'no-referrer' });
  const image = await response.blob();
  return response.ok && image.type.startsWith('image/') ? image : undefined;
}

/** What is seen of the image; all that is visible where it can't be found. */
async function takeSeen(url: string, tabId: number, frameId: number): Promise<Picture> {
  const found = frameId === 0 ? await findImage(url, tabId) : undefined;
  const picture = await takePicture(tabId);
  if (!found) return { data: picture, notice: 'image-not-found' };
  const data = await cropPicture(picture, found.rect, found.viewport);
  return { data, notice: 'image-not-allowed', scale: found.viewport.scale };
}

interface FoundImage {
  readonly rect: Rect;
  readonly viewport: Viewport;
}

async function findImage(url: string, tabId: number): Promise<FoundImage | undefined> {
  try {
    const target = { tabId };
    const [result] = await browser.scripting.executeScript({ target, func: imageAt, args: [url] });
    return result?.result ?? undefined;
  } catch {
    return undefined;
  }
}

/** Runs in the page: where the first image of this address is seen. */
function imageAt(url: string): FoundImage | null {
  const viewport = { width: innerWidth, height: innerHeight, scale: devicePixelRatio };
  for (const image of document.images) {
    if (image.currentSrc !== url && image.src !== url) continue;
    const { left, top, right, bottom } = image.getBoundingClientRect();
    const seen = {
      left: Math.max(0, left),
      top: Math.max(0, top),
      width: Math.min(right, viewport.width) - Math.max(0, left),
      height: Math.min(bottom, viewport.height) - Math.max(0, top),
    };
    if (seen.width >= 1 && seen.height >= 1) return { rect: seen, viewport };
  }
  return null;
}
