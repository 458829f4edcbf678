import { listScopes, parentOf } from '../page/scopes.ts';
import { shareRect } from '../page/seen-rect.ts';
import { scrollRange, viewOf } from './scroller.ts';

/** Seen smaller than this part of the window, something is not what the page is about. */
const SMALLEST_PART = 0.1;

/** What scrolls the page: the document, or where that does not scroll the tallest scroller within. */
export function findMainScroller(): Element {
  const root = document.scrollingElement ?? document.documentElement;
  const { down } = scrollRange(root);
  // A page that is locked can be scrolled by scripts; but then what its user scrolls may be another.
  const isLocked = ['hidden', 'clip'].includes(
    getComputedStyle(document.documentElement).overflowY,
  );
  if (down > 1 && !isLocked) return root;
  const inner = listScopes()
    .flatMap((scope) => [...scope.querySelectorAll('*')])
    .filter((element) => element !== root && isMain(element));
  const candidates = down > 1 ? [root, ...inner] : inner;
  return candidates.reduce(
    (tallest, element) => (element.scrollHeight > tallest.scrollHeight ? element : tallest),
    candidates[0] ?? root,
  );
}

function isMain(element: Element): boolean {
  if (element.scrollHeight - element.clientHeight <= 1) return false;
  if (['textarea', 'select', 'input'].includes(element.localName)) return false;
  if (scrollRange(element).down <= 1) return false;
  const seen = shareRect(viewOf(element), windowRect());
  return seen.width * seen.height >= SMALLEST_PART * innerWidth * innerHeight;
}

/** What must be scrolled to see all of an element, from the inside out. */
export function findScrollers(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = outwards(element); at; at = outwards(at)) {
    const { across, down } = scrollRange(at);
    if (across > 0 || down > 0) found.push(at);
  }
  return found;
}

/** The parent, or none where scrolling what is around moves this no more. */
function outwards(element: Element): Element | undefined {
  if (getComputedStyle(element).position !== 'fixed') return parentOf(element);
  // What is fixed moves with no scroller of its document, but with the frame that shows it.
  return element.ownerDocument.defaultView?.frameElement ?? undefined;
}

export function windowRect() {
  return { left: 0, top: 0, width: innerWidth, height: innerHeight };
}
