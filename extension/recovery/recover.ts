import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { writeInkseal } from '../../shared/scene/formats/inkseal/write-inkseal.ts';
import type { ReadResult } from '../../shared/scene/formats/read-result.ts';
import { whyNotOf } from '../capture/why-not.ts';
import { putDraft } from '../drafts/store-drafts.ts';
import { editorUrl } from '../editor/opening/editor-start.ts';
import type { Found } from './found.ts';
import { fetchPicture, readDataAddress } from './picture-bytes.ts';
import { lose, readFound } from './read-found.ts';
import { takeSeen } from './take-seen.ts';

/** What a recovery needs to know of where it happens. */
export interface Recovery {
  readonly tabId: number;
  /** Of the page. */
  readonly title: string;
}

/**
 * Opens what was found in the editor, in a new tab.
 * @param isAllowed whether its origin may be asked, where the page itself may not read it
 * @returns what to tell the person where that fails
 */
export async function recover(
  found: Found,
  { tabId, title }: Recovery,
  isAllowed: Promise<boolean>,
): Promise<string | undefined> {
  try {
    const read = await readWith(found, tabId, await isAllowed);
    if (!read.ok) return read.message;
    const draft = await putDraft({
      kind: 'scene',
      scene: writeInkseal(read.scene),
      title: found.title || title,
      losses: read.losses.map(({ what, count }) => (count > 1 ? `${what} (${count})` : what)),
    });
    await browser.tabs.create({ url: editorUrl({ draft }) });
    return undefined;
  } catch (error) {
    return i18n.t(`whyNot.${whyNotOf(error)}`);
  }
}

/** From its own bytes or text; else from the pixels that are seen of it. */
async function readWith(found: Found, tabId: number, isAllowed: boolean): Promise<ReadResult> {
  if (found.data !== undefined) return readFound(found, readDataAddress(found.data));
  if (found.source !== undefined || found.svg !== undefined) return readFound(found);
  const fetched =
    found.address !== undefined && isAllowed ? await fetchPicture(found.address) : undefined;
  if (fetched) return readFound(found, fetched);
  const seen = await readFound(found, await takeSeen(tabId, found.index));
  return lose(seen, i18n.t(found.kind === 'canvas' ? 'recover.lost.canvas' : 'recover.lost.seen'));
}
