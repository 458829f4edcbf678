import { browser } from 'wxt/browser';
import type { RegionMessage } from '../messages.ts';
import type { Rect } from './rect.ts';
import { showRegion } from './show-region.ts';

/** What the injected script answers at once. */
export type RegionStart = 'shown' | 'already-shown' | 'not-html';

const OPEN = Symbol.for('inkseal region');
/** The world that this extension's scripts have in the page; the page itself can't see it. */
const world = globalThis as { [OPEN]?: boolean };

/** Starts choosing a region; what comes of it is told to the service worker, as it may sleep meanwhile. */
export function runRegion(): RegionStart {
  if (!(document instanceof HTMLDocument) && document.contentType !== 'application/xhtml+xml') {
    return 'not-html';
  }
  if (world[OPEN]) return 'already-shown';
  world[OPEN] = true;
  void choose().finally(() => {
    world[OPEN] = false;
  });
  return 'shown';
}

async function choose(): Promise<void> {
  const rect = await showRegion();
  if (!rect) return tell({ type: 'region-cancelled' });
  // The picture must be drawn once without the overlay: a frame to draw it in, and one that follows it.
  await nextFrame();
  await nextFrame();
  await tell({
    type: 'region-taken',
    rect: asSeen(rect),
    viewport: { width: innerWidth, height: innerHeight, scale: devicePixelRatio },
  });
}

async function tell(message: RegionMessage): Promise<void> {
  await browser.runtime.sendMessage(message);
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
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
