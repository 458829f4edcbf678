import { isAround } from '../page/scopes.ts';
import { seenRect, shareRect } from '../page/seen-rect.ts';
import type { Point, Rect } from '../region/rect.ts';
import { alignDown } from './align-down.ts';
import { findMainScroller, findScrollers, windowRect } from './find-scroller.ts';
import { openScroller, type Scroller } from './scroller.ts';

/** What is to be taken, however much of it is seen at a time. */
export interface Subject {
  /** Where it lies now in CSS pixels of the window; most of it may be outside. */
  rect(): Rect;
  /** What moves it, from the inside out. */
  readonly scrollers: readonly Scroller[];
  /** Whether an element belongs to it. */
  has(element: Element): boolean;
  /** The element that it is, or whose content it is. */
  readonly element: Element;
}

/** All that the page scrolls through. */
export function pageSubject(): Subject {
  const scroller = openScroller(findMainScroller());
  const { element } = scroller;
  // What is around may be scrolled by itself, and then cut it.
  const around = findScrollers(element).map(openScroller);
  return {
    element,
    scrollers: [scroller, ...around],
    has: (other) => isAround(element, other),
    rect: () => {
      const { left, top } = scroller.view();
      const offset = scroller.offset();
      return {
        left: left - offset.left,
        top: top - offset.top,
        width: element.scrollWidth,
        height: element.scrollHeight,
      };
    },
  };
}

/** One element with all that is drawn within its box. */
export function elementSubject(element: Element): Subject {
  return {
    element,
    scrollers: findScrollers(element).map(openScroller),
    has: (other) => isAround(element, other),
    rect: () => seenRect(element),
  };
}

/** What is seen of it now. */
export function seenOf(subject: Subject): Rect {
  const views = subject.scrollers.map((scroller) => scroller.view());
  return views.reduce(shareRect, shareRect(subject.rect(), windowRect()));
}

/** Scrolls so that the point of the subject's own is seen, as far up and left as may be. */
export function showPoint(subject: Subject, { x, y }: Point): void {
  for (const scroller of subject.scrollers) {
    const { left, top } = subject.rect();
    const view = shareRect(scroller.view(), windowRect());
    const offset = scroller.offset();
    scroller.scrollTo(
      alignDown(offset.left + left + x - view.left, devicePixelRatio),
      alignDown(offset.top + top + y - view.top, devicePixelRatio),
    );
  }
}
