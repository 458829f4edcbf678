import { browser } from 'wxt/browser';
import type { DraftContent } from '../drafts/draft.ts';
import { putDraft } from '../drafts/store-drafts.ts';
import { editorUrl } from '../editor/opening/editor-start.ts';
import { openTabBeside } from '../page/open-tab-beside.ts';
import { readSettings } from '../settings/settings.ts';
import { shareUrl } from './open-share-tab.ts';

/** Keeps what was taken in the tab as a draft, and opens it: to be edited, or where the user wants that, shared at once. */
export async function openDraft(taken: DraftContent, tabId: number): Promise<void> {
  const { title } = await browser.tabs.get(tabId);
  const draft = await putDraft({ ...taken, ...(title ? { title } : {}) });
  const { shareAtOnce } = await readSettings();
  const isEdited = taken.kind === 'scene' || (taken.kind === 'picture' && !shareAtOnce);
  await openTabBeside((isEdited ? editorUrl : shareUrl)({ draft }), tabId);
}
