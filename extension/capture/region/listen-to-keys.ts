import { swallowKeyUp } from '../page/swallow-key-up.ts';
import type { Overlay } from './build-overlay.ts';
import type { Point } from './rect.ts';
import type { RegionEvent } from './select-region.ts';

const STEP = 1;
const LONG_STEP = 10;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Keys while the overlay is there, as events of the selection. */
export function listenToKeys(
  { root, cancel, take }: Overlay,
  dispatch: (event: RegionEvent) => void,
  signal: AbortSignal,
) {
  // On the window and before the page: its shortcuts must not hear what is meant for the overlay.
  const options = { signal, capture: true };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopImmediatePropagation();
    if (event.key === 'Enter') swallowKeyUp();
    const onButton = root.activeElement === cancel || root.activeElement === take;
    const asked = eventOfKey(event, onButton);
    if (!asked) return;
    event.preventDefault();
    if (asked.type === 'cancel') swallowKeyUp();
    dispatch(asked);
  };
  addEventListener('keydown', onKeyDown, options);
  for (const name of ['keyup', 'keypress']) {
    addEventListener(name, (event) => event.stopImmediatePropagation(), options);
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
