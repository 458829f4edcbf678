import { buildOverlay } from './build-overlay.ts';
import { keepFocus } from './keep-focus.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { listenToPointer } from './listen-to-pointer.ts';
import { paintRegion } from './paint-region.ts';
import type { Rect, Size } from './rect.ts';
import { rememberPage } from './remember-page.ts';
import { nextRegion, type RegionEvent, type RegionState } from './select-region.ts';

/**
 * Lays the overlay over the page and lets the user choose. When it settles, the page is as it was before.
 * @returns the region in CSS pixels of the viewport; undefined when the user gave up
 */
export function showRegion(): Promise<Rect | undefined> {
  const restorePage = rememberPage();
  const overlay = buildOverlay();
  const listening = new AbortController();
  const { promise, resolve } = Promise.withResolvers<Rect | undefined>();
  let state: RegionState = {};

  function dispatch(event: RegionEvent): void {
    state = nextRegion(state, event, viewportSize());
    if (state.ended) end();
    else paintRegion(overlay, state.rect, viewportSize());
  }

  function end(): void {
    watching.disconnect();
    listening.abort();
    overlay.dialog.close();
    overlay.host.remove();
    restorePage();
    resolve(state.rect);
  }

  // A page may throw out what it does not know; then nothing must go on listening.
  const watching = new MutationObserver(() => {
    if (!overlay.host.isConnected) dispatch({ type: 'cancel' });
  });
  document.documentElement.append(overlay.host);
  watching.observe(document.documentElement, { childList: true });
  // Modal, inside the shadow root: above the page's own dialogs, and focus stays within.
  overlay.dialog.showModal();
  overlay.dialog.focus({ preventScroll: true });
  keepFocus(overlay, listening.signal);
  listenToPointer(overlay, dispatch, listening.signal);
  listenToKeys(overlay, dispatch, listening.signal);
  paintRegion(overlay, undefined, viewportSize());
  return promise;
}

function viewportSize(): Size {
  return { width: innerWidth, height: innerHeight };
}
