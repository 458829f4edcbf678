import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { recallRegion } from '../capture/again/last-region.ts';

/** Whether a region of this page was taken before. */
export function useLastRegion(): boolean {
  const [hasLast, setHasLast] = useState(false);
  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
      if (tab?.id !== undefined) setHasLast((await recallRegion(tab.id)) !== undefined);
    });
  }, []);
  return hasLast;
}
