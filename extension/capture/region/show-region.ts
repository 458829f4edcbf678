import { buildOverlay, type Overlay } from './build-overlay.ts';
import { paintRegion } from './paint-region.ts';
import { HANDLES, type Point, type Rect, type Size } from './rect.ts';
import { rememberPage } from './remember-page.ts';
import { type Grip, nextRegion, type RegionEvent, type RegionState } from './select-region.ts';

const STEP = 1;
const LONG_STEP = 10;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

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
    listening.abort();
    overlay.dialog.close();
    overlay.host.remove();
    restorePage();
    resolve(state.rect);
  }

  document.documentElement.append(overlay.host);
  // Modal, inside the shadow root: above the page's own dialogs, and focus stays within.
  overlay.dialog.showModal();
  overlay.dialog.focus({ preventScroll: true });
  listenToPointer(overlay, dispatch, listening.signal);
  listenToKeys(overlay, dispatch, listening.signal);
  paintRegion(overlay, undefined, viewportSize());
  return promise;
}

function viewportSize(): Size {
  return { width: innerWidth, height: innerHeight };
}

type Dispatch = (event: RegionEvent) => void;

function listenToPointer(overlay: Overlay, dispatch: Dispatch, signal: AbortSignal): void {
  const { dialog, bar, across, down, take, cancel } = overlay;
  dialog.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Node && bar.contains(event.target)) return;
      event.preventDefault(); // else the page's selection or focus would change
      if (event.button !== 0) return;
      dialog.setPointerCapture(event.pointerId);
      dispatch({ type: 'press', grip: gripOf(event.target), at: pointOf(event) });
    },
    { signal },
  );
  dialog.addEventListener(
    'pointermove',
    (event) => {
      across.style.top = `${event.clientY}px`;
      down.style.left = `${event.clientX}px`;
      dispatch({ type: 'drag', at: pointOf(event) });
    },
    { signal },
  );
  for (const name of ['pointerup', 'pointercancel'] as const) {
    dialog.addEventListener(name, () => dispatch({ type: 'release' }), { signal });
  }
  dialog.addEventListener(
    'dblclick',
    ({ clientX, clientY }) => {
      // The event's own target is the dialog, which had captured the pointer.
      if (overlay.root.elementFromPoint(clientX, clientY) === overlay.rect) {
        dispatch({ type: 'take' });
      }
    },
    { signal },
  );
  take.addEventListener('click', () => dispatch({ type: 'take' }), { signal });
  cancel.addEventListener('click', () => dispatch({ type: 'cancel' }), { signal });
  dialog.addEventListener('cancel', (event) => event.preventDefault(), { signal });
  // The page must not scroll away under the selection.
  dialog.addEventListener('wheel', (event) => event.preventDefault(), { signal, passive: false });
  dialog.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
}

function listenToKeys({ root, cancel, take }: Overlay, dispatch: Dispatch, signal: AbortSignal) {
  const listen = (name: string, listener: (event: Event) => void): void =>
    // On the window and before the page: its shortcuts must not hear what is meant for the overlay.
    addEventListener(name, listener, { signal, capture: true });
  listen('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    event.stopImmediatePropagation();
    const onButton = root.activeElement === cancel || root.activeElement === take;
    const asked = eventOfKey(event, onButton);
    if (!asked) return;
    event.preventDefault();
    dispatch(asked);
  });
  for (const name of ['keyup', 'keypress']) {
    listen(name, (event) => event.stopImmediatePropagation());
  }
}

function eventOfKey(event: KeyboardEvent, onButton: boolean): RegionEvent | undefined {
  if (event.key === 'Escape') return { type: 'cancel' };
  if (event.key === 'Enter' && !onButton) return { type: 'take' };
  const arrow = ARROWS[event.key];
  if (!arrow) return undefined;
  const step = event.shiftKey ? LONG_STEP : STEP;
  const by = { x: arrow.x * step, y: arrow.y * step };
  return { type: 'arrow', by, resize: event.altKey || event.ctrlKey };
}

function gripOf(target: EventTarget | null): Grip {
  if (!(target instanceof Element)) return 'outside';
  const handle = HANDLES.find((name) => target.classList.contains(name));
  return handle ?? (target.classList.contains('rect') ? 'inside' : 'outside');
}

function pointOf(event: PointerEvent): Point {
  return { x: Math.round(event.clientX), y: Math.round(event.clientY) };
}
