import { browser } from 'wxt/browser';
import type { DraftContent } from '../drafts/draft.ts';
import { putDraft } from '../drafts/store-drafts.ts';
import { openShareTab } from './open-share-tab.ts';

/** Keeps what was taken in the tab as a draft, and opens it to be shared. */
export async function openDraft(taken: DraftContent, tabId: number): Promise<void> {
  const { title } = await browser.tabs.get(tabId);
  const draft = await putDraft({ ...taken, ...(title ? { title } : {}) });
  await openShareTab({ draft }, tabId);
}
