import { keepFromPage } from '../page/keep-from-page.ts';
import { parentOf } from '../page/scopes.ts';
import { swallowKeyUp } from '../page/swallow-key-up.ts';
import { scrollRange } from '../walk/scroller.ts';
import type { Outline } from './build-outline.ts';
import type { ChoiceEvent } from './choose-element.ts';
import { elementAt } from './element-at.ts';
import type { Way } from './neighbours.ts';

const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
};

/** Mouse, fingers and keys while an element is chosen. */
export function listenToChoice(
  parts: Outline,
  dispatch: (event: ChoiceEvent) => void,
  signal: AbortSignal,
): void {
  const { host, root, cover, bar, take, cancel } = parts;
  const isOnBar = ({ target }: Event) => target instanceof Node && bar.contains(target);
  const point = ({ clientX: x, clientY: y }: MouseEvent) =>
    dispatch({ type: 'point', at: { x, y } });

  keepFromPage(host);
  cover.addEventListener('pointermove', (event) => isOnBar(event) || point(event), { signal });
  cover.addEventListener(
    'pointerdown',
    (event) => {
      if (isOnBar(event)) return;
      event.preventDefault(); // else the page's selection would change
      cover.focus({ preventScroll: true });
      point(event);
    },
    { signal },
  );
  cover.addEventListener('click', (event) => isOnBar(event) || dispatch({ type: 'take' }), {
    signal,
  });
  cover.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  cover.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      scrollUnder(event, host);
      point(event);
    },
    { signal, passive: false },
  );
  take.addEventListener('click', () => dispatch({ type: 'take' }), { signal });
  cancel.addEventListener('click', () => dispatch({ type: 'cancel' }), { signal });

  // On the window and before the page: its shortcuts must not hear what is meant for the overlay.
  const options = { signal, capture: true };
  addEventListener(
    'keydown',
    (event) => {
      event.stopImmediatePropagation();
      if (event.key === 'Enter') swallowKeyUp();
      const onButton = root.activeElement === cancel || root.activeElement === take;
      const asked = eventOfKey(event, onButton);
      if (!asked) return;
      event.preventDefault();
      if (asked.type === 'cancel') swallowKeyUp();
      dispatch(asked);
    },
    options,
  );
  for (const name of ['keyup', 'keypress']) {
    addEventListener(name, (event) => event.stopImmediatePropagation(), options);
  }
  for (const name of ['scroll', 'resize']) {
    addEventListener(name, () => dispatch({ type: 'moved' }), { ...options, passive: true });
  }
}

function eventOfKey({ key }: KeyboardEvent, onButton: boolean): ChoiceEvent | undefined {
  if (key === 'Escape') return { type: 'cancel' };
  if (key === 'Enter' && !onButton) return { type: 'take' };
  const way = WAYS[key];
  return way && { type: 'walk', way };
}

/** Scrolls what lies under the pointer, as the wheel would without the cover. */
function scrollUnder(
  { clientX, clientY, deltaX, deltaY, deltaMode }: WheelEvent,
  host: Element,
): void {
  const lineHeight = deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  const by = { left: deltaX * lineHeight, top: deltaY * lineHeight, behavior: 'instant' } as const;
  let at = elementAt({ x: clientX, y: clientY }, host);
  for (; at; at = parentOf(at)) {
    const { across, down } = scrollRange(at);
    if ((by.top !== 0 && down > 1) || (by.left !== 0 && across > 1)) {
      const before = [at.scrollLeft, at.scrollTop];
      at.scrollBy(by);
      if (at.scrollLeft !== before[0] || at.scrollTop !== before[1]) return;
    }
  }
}
