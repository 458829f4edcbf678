import { browser } from '@wxt-dev/browser';
import type { PageMessage } from '../messages.ts';
import { nextPicture } from '../page/next-frame.ts';
import { runOnce, type ScriptStart } from '../page/run-once.ts';
import { findSeenSuggestions } from '../suggestions/find-seen-suggestions.ts';
import type { Rect } from './rect.ts';
import { showRegion } from './show-region.ts';

/** Starts choosing a region; what comes of it is told to the service worker, as it may sleep meanwhile. */
export function runRegion(): ScriptStart {
  return runOnce(choose);
}

async function choose(): Promise<void> {
  const rect = await showRegion();
  if (!rect) return tell({ type: 'choice-cancelled' });
  await nextPicture(); // without the overlay
  await tell({
    type: 'region-taken',
    rect: asSeen(rect),
    viewport: { width: innerWidth, height: innerHeight, scale: devicePixelRatio },
    // Two fingers that zoomed in have moved all things.
    suggestions: isPinched() ? [] : findSeenSuggestions(rect),
  });
}

async function tell(message: PageMessage): Promise<void> {
  await browser.runtime.sendMessage(message);
}

function isPinched(): boolean {
  return (visualViewport?.scale ?? 1) !== 1;
}

/** Where `rect` lies in the picture of the tab, which two fingers may have zoomed in. */
function asSeen({ left, top, width, height }: Rect): Rect {
  const { offsetLeft = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
  return {
    left: (left - offsetLeft) * scale,
    top: (top - offsetTop) * scale,
    width: width * scale,
    height: height * scale,
  };
}
