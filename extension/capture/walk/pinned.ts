import { frameOf, isAround, listScopes, parentOf, type Scope } from '../page/scopes.ts';
import { isEmpty, seenRect, shareRect } from '../page/seen-rect.ts';
import type { Rect } from '../region/rect.ts';
import type { ChangedStyles } from './changed-styles.ts';
import { windowRect } from './find-scroller.ts';
import type { Subject } from './subject.ts';

/** At which edges of the whole the part that is seen lies. */
export interface Edges {
  readonly top: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

/** As large as that, something fixed is what all else lies on, or lies over all else. */
const WHOLE_PART = 0.95;

const SIDES = ['top', 'right', 'bottom', 'left'];

/** A shadow around something that is fixed. */
const SHADOW = 16;

/**
 * Puts what sticks while scrolling where it belongs: sticky elements at their own place in the page, fixed ones at
 * the end of the page that they hang on.
 * @returns rectangles in the window with what is fixed and belongs to this part
 */
export function placePinned(
  subject: Subject,
  edges: Edges,
  styles: ChangedStyles,
  scopes: readonly Scope[] = listScopes(),
): readonly Rect[] {
  const shown = documentsOf(subject.element);
  const scrollers = new Set(subject.scrollers.map(({ element }) => element));
  const pieces: Rect[] = [];
  for (const scope of scopes) {
    for (const element of scope.querySelectorAll<HTMLElement>('*')) {
      const { position } = getComputedStyle(element);
      if (position === 'sticky' && scrollers.has(scrollerAround(element))) {
        styles.set(element, 'position', 'relative');
        for (const side of SIDES) styles.set(element, side, 'auto');
      } else if (position === 'fixed' && shown.has(element.ownerDocument)) {
        pieces.push(...placeFixed(element, subject, edges, styles));
      }
    }
  }
  return pieces;
}

/** The document with the element, and those around it. */
function documentsOf(element: Element): ReadonlySet<Document> {
  const found = new Set<Document>();
  for (let at: Element | undefined = element; at; at = frameOf(at.ownerDocument)) {
    found.add(at.ownerDocument);
  }
  return found;
}

/** What a sticky element sticks to. */
function scrollerAround(element: Element): Element {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    if (at.ownerDocument !== element.ownerDocument) break;
    const { overflowX, overflowY } = getComputedStyle(at);
    const isRoot = at === at.ownerDocument.body || at === at.ownerDocument.documentElement;
    if (!isRoot && [overflowX, overflowY].some((it) => it !== 'visible' && it !== 'clip'))
      return at;
  }
  return element.ownerDocument.scrollingElement ?? element.ownerDocument.documentElement;
}

function placeFixed(
  element: HTMLElement,
  subject: Subject,
  edges: Edges,
  styles: ChangedStyles,
): Rect[] {
  if (isHeldByElement(element) || isAround(element, subject.element)) return [];
  const rect = seenRect(element);
  const seen = shareRect(rect, windowRect());
  const coversAll =
    seen.width >= WHOLE_PART * innerWidth && seen.height >= WHOLE_PART * innerHeight;
  const belongs = subject.has(element);
  if (belongs && coversAll) return [];
  if (!belongs || !isAtItsEdges(rect, edges)) {
    styles.set(element, 'opacity', '0');
    return [];
  }
  styles.restore(element);
  return isEmpty(seen) ? [] : [widen(seen)];
}

/** Whether it is held by the edges of the window to which it is nearer. */
function isAtItsEdges({ left, top, width, height }: Rect, edges: Edges): boolean {
  const isLow = top > innerHeight - (top + height);
  const isRight = left > innerWidth - (left + width);
  return (isLow ? edges.bottom : edges.top) && (isRight ? edges.right : edges.left);
}

function widen({ left, top, width, height }: Rect): Rect {
  return {
    left: left - SHADOW,
    top: top - SHADOW,
    width: width + 2 * SHADOW,
    height: height + 2 * SHADOW,
  };
}

/** Whether an element around it holds what is fixed, as a transformed one does: then it scrolls with that. */
function isHeldByElement(element: Element): boolean {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    if (at.ownerDocument !== element.ownerDocument) return false;
    const style = getComputedStyle(at);
    const properties = [
      'transform',
      'translate',
      'rotate',
      'scale',
      'filter',
      'backdropFilter',
    ] as const;
    if (properties.some((name) => style[name] !== 'none' && style[name] !== '')) return true;
    if (style.perspective !== 'none') return true;
    if (/paint|layout|strict|content/.test(style.contain)) return true;
    if (/transform|translate|rotate|scale|filter|perspective/.test(style.willChange)) return true;
  }
  return false;
}
