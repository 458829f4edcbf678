import { browser } from 'wxt/browser';
import { isWhyNot, type WhyNot } from '../capture/why-not.ts';

/** What the tab in which a share is made begins with. */
export type ShareStart =
  | { readonly draft: string }
  | { readonly cannotCapture: WhyNot }
  | { readonly write: 'text' | 'files' };

/** The address of that tab. */
export function shareUrl(start: ShareStart): string {
  const hash = new URLSearchParams({ ...start });
  return browser.runtime.getURL(`/share.html#${hash}` as '/share.html');
}

/** Opens that tab beside the one it came from, to which closing it returns. */
export async function openShareTab(start: ShareStart, openerTabId?: number): Promise<void> {
  const opener =
    openerTabId === undefined
      ? undefined
      : await browser.tabs.get(openerTabId).catch(() => undefined);
  await browser.tabs.create({
    url: shareUrl(start),
    ...(opener
      ? { openerTabId: opener.id, windowId: opener.windowId, index: opener.index + 1 }
      : {}),
  });
}

/** What the tab's address says. */
export function readShareStart(hash: string): ShareStart {
  const fields = new URLSearchParams(hash.slice(1));
  const draft = fields.get('draft');
  if (draft !== null) return { draft };
  const why = fields.get('cannotCapture');
  if (why !== null && isWhyNot(why)) return { cannotCapture: why };
  return { write: fields.get('write') === 'files' ? 'files' : 'text' };
}
