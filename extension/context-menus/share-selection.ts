import { browser } from 'wxt/browser';
import { openDraft } from '../share/open-draft.ts';
import type { MenuClick } from './listen-for-menus.ts';

/** Opens the selected text to be shared. */
export async function shareSelection(click: MenuClick, tabId: number): Promise<void> {
  const text = (await readSelection(tabId, click.frameId ?? 0)) ?? click.selectionText ?? '';
  await openDraft({ kind: 'written', text, files: [] }, tabId);
}

/** The selection as the page has it: what comes with the click has lost its lines. Undefined where no script may run. */
async function readSelection(tabId: number, frameId: number): Promise<string | undefined> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: selectedText,
    });
    return result?.result || undefined;
  } catch {
    return undefined;
  }
}

/** Runs in the page. */
function selectedText(): string {
  return getSelection()?.toString() ?? '';
}
