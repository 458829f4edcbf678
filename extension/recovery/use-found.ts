import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type WhyNot, whyNotOf } from '../capture/why-not.ts';
import { loadFonts } from '../fonts/load-fonts.ts';
import { findInTab } from './ask-page.ts';
import type { FoundList } from './found.ts';

export type Finding =
  | { readonly state: 'looking' }
  | { readonly state: 'failed'; readonly why: WhyNot }
  | { readonly state: 'found'; readonly list: FoundList; readonly title: string };

/** The diagrams in the tab, and how to look again. */
export function useFound(tabId: number): { finding: Finding; lookAgain: () => void } {
  const [finding, setFinding] = useState<Finding>({ state: 'looking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Finding) => {
      if (isCurrent) setFinding(next);
    };
    show({ state: 'looking' });
    void look(tabId).then(show);
    return () => {
      isCurrent = false;
    };
  }, [tabId, round]);
  return { finding, lookAgain: () => setRound((before) => before + 1) };
}

async function look(tabId: number): Promise<Finding> {
  try {
    const [list, { title = '' }] = await Promise.all([
      findInTab(tabId),
      browser.tabs.get(tabId),
      // Texts are measured in them.
      loadFonts(),
    ]);
    return { state: 'found', list, title };
  } catch (error) {
    return { state: 'failed', why: whyNotOf(error) };
  }
}
