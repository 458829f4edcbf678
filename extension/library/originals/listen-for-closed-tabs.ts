import { browser } from 'wxt/browser';
import { dropOriginals, sweepOriginals } from './originals.ts';
import { listSessions } from './session-keys.ts';

/** Deletes un-redacted originals when their tab closes, and at every start what a crash left of them. */
export function listenForClosedTabs(): void {
  browser.tabs.onRemoved.addListener(async (tabId) => {
    for (const [sessionId, ownTabId] of await listSessions()) {
      if (ownTabId === tabId) await dropOriginals(sessionId);
    }
  });
  void sweep();
}

async function sweep(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await sweepOriginals(new Set(tabs.map(({ id }) => id ?? browser.tabs.TAB_ID_NONE)));
}
