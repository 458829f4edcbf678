import { outOfFrames, seenRect } from '../page/seen-rect.ts';
import type { Rect } from '../region/rect.ts';

/** Something that scrolls: an element, or as a document's root element all of that document. */
export interface Scroller {
  readonly element: Element;
  /** What is seen through it, in CSS pixels of the window, without its scrollbars. */
  view(): Rect;
  /** How far it is scrolled from its content's upper left corner, also where it counts from another one. */
  offset(): { readonly left: number; readonly top: number };
  scrollTo(left: number, top: number): void;
  /** Puts it back to where it was when this object was made. */
  restore(): void;
}

/** Makes one of `element`; it is at its content's beginning then. */
export function openScroller(element: Element): Scroller {
  const before = { left: element.scrollLeft, top: element.scrollTop };
  const jump = (left: number, top: number) => element.scrollTo({ left, top, behavior: 'instant' });
  // From right to left, or from the bottom, offsets are negative: the smallest is where the content begins.
  jump(-1e9, -1e9);
  const start = { left: element.scrollLeft, top: element.scrollTop };
  return {
    element,
    view: () => viewOf(element),
    offset: () => ({ left: element.scrollLeft - start.left, top: element.scrollTop - start.top }),
    scrollTo: (left, top) => jump(start.left + left, start.top + top),
    restore: () => jump(before.left, before.top),
  };
}

/** What is seen through an element that scrolls. */
export function viewOf(element: Element): Rect {
  const { clientWidth: width, clientHeight: height, ownerDocument } = element;
  if (isRootScroller(element))
    return outOfFrames({ left: 0, top: 0, width, height }, ownerDocument);
  const { left, top } = seenRect(element);
  return { left: left + element.clientLeft, top: top + element.clientTop, width, height };
}

export function isRootScroller(element: Element): boolean {
  return element === element.ownerDocument.scrollingElement;
}

/** How far an element's content reaches beyond what is seen of it, where the user may scroll there. */
export function scrollRange(element: Element): { readonly across: number; readonly down: number } {
  const across = element.scrollWidth - element.clientWidth;
  const down = element.scrollHeight - element.clientHeight;
  if (isRootScroller(element)) return { across, down };
  const { overflowX, overflowY } = getComputedStyle(element);
  return { across: scrolls(overflowX) ? across : 0, down: scrolls(overflowY) ? down : 0 };
}

function scrolls(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}
