import { keepFromPage } from '../page/keep-from-page.ts';
import type { Overlay } from './build-overlay.ts';
import { HANDLES, type Point } from './rect.ts';
import type { Grip, RegionEvent } from './select-region.ts';

/** Mouse, pen and fingers on the overlay, as events of the selection. */
export function listenToPointer(
  overlay: Overlay,
  dispatch: (event: RegionEvent) => void,
  signal: AbortSignal,
): void {
  const { host, dialog, bar, across, down, take, cancel } = overlay;
  keepFromPage(host);
  dialog.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Node && bar.contains(event.target)) return;
      event.preventDefault(); // else the page's selection would change
      // A frame of the page, such as a PDF viewer, may have taken the keyboard meanwhile.
      dialog.focus({ preventScroll: true });
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

function gripOf(target: EventTarget | null): Grip {
  if (!(target instanceof Element)) return 'outside';
  const handle = HANDLES.find((name) => target.classList.contains(name));
  return handle ?? (target.classList.contains('rect') ? 'inside' : 'outside');
}

function pointOf(event: PointerEvent): Point {
  return { x: Math.round(event.clientX), y: Math.round(event.clientY) };
}
