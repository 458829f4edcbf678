import type { Point, Rect } from '../region/rect.ts';
import { frameOf } from './scopes.ts';

/** Where an element lies in the window, in CSS pixels, out of all frames. */
export function seenRect(element: Element): Rect {
  const { left, top, width, height } = element.getBoundingClientRect();
  return outOfFrames({ left, top, width, height }, element.ownerDocument);
}

/** A rectangle of a document as it lies in the window. */
export function outOfFrames(rect: Rect, shown: Document): Rect {
  const frame = frameOf(shown) as HTMLElement | undefined;
  if (!frame) return rect;
  const { left, top, scale } = frameInside(frame);
  const outer = {
    left: left + rect.left * scale,
    top: top + rect.top * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  };
  return outOfFrames(outer, frame.ownerDocument);
}

/** A point of the frame's own document as the frame's content has it. */
export function intoFrame({ x, y }: Point, frame: HTMLElement): Point {
  const { left, top, scale } = frameInside(frame);
  return { x: (x - left) / scale, y: (y - top) / scale };
}

/** Where the content of a frame begins in the document around it, and how much it is scaled. */
function frameInside(frame: HTMLElement) {
  const { left, top, width } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const scale = frame.offsetWidth > 0 ? width / frame.offsetWidth : 1;
  return {
    left: left + (frame.clientLeft + Number.parseFloat(paddingLeft)) * scale,
    top: top + (frame.clientTop + Number.parseFloat(paddingTop)) * scale,
    scale,
  };
}

/** What two rectangles share; without width or height where they share nothing. */
export function shareRect(a: Rect, b: Rect): Rect {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.left + a.width, b.left + b.width);
  const bottom = Math.min(a.top + a.height, b.top + b.height);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

export function isEmpty({ width, height }: Rect): boolean {
  return width <= 0 || height <= 0;
}
