import { browser } from 'wxt/browser';
import { isWhyNot, type WhyNot } from '../capture/why-not.ts';
import { openTabBeside } from '../page/open-tab-beside.ts';

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

/** Opens that tab beside the one it came from. */
export async function openShareTab(start: ShareStart, openerTabId?: number): Promise<void> {
  await openTabBeside(shareUrl(start), openerTabId);
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
