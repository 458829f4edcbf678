/* Rectangles of the selection, in CSS pixels of the viewport. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Size {
  readonly left: number;
  readonly top: number;
}

/** What a page sees of itself. */
export interface Viewport extends Size {
  /** Device pixels to a CSS pixel, zoom included. */
  readonly scale: number;
}

/** Compass names of the eight handles. */
export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Handle = (typeof HANDLES)[number];

/** The rectangle between two corners in any order, cut to the viewport. */
export function spanRect(a: Point, b: Point, viewport: Size): Rect {
  const left = clamp(Math.min(a.x, b.x), 0, viewport.width);
  const top = clamp(Math.min(a.y, b.y), 0, viewport.height);
  const right = clamp(Math.max(a.x, b.x), 0, viewport.width);
  const bottom = clamp(Math.max(a.y, b.y), 0, viewport.height);
  return { left, top, width: right - left, height: bottom - top };
}

/** `rect` moved by `by`, as far as the viewport allows. */
export function moveRect(rect: Rect, by: Point, viewport: Size): Rect {
  return {
    ...rect,
    left: clamp(rect.left + by.x, 0, viewport.width - rect.width),
    top: clamp(rect.top + by.y, 0, viewport.height - rect.height),
  };
}

/** `rect` with the sides at `handle` moved by `by`; a side may be pulled past its opposite. */
export function resizeRect(rect: Rect, handle: Handle, by: Point, viewport: Size): Rect {
  const right = rect.left + rect.width;
  const bottom = rect.top + rect.height;
  const from = {
    x: rect.left + (handle.includes('w') ? by.x : 0),
    y: rect.top + (handle.includes('n') ? by.y : 0),
  };
  const to = {
    x: right + (handle.includes('e') ? by.x : 0),
    y: bottom + (handle.includes('s') ? by.y : 0),
  };
  return spanRect(from, to, viewport);
}

/** Where the keyboard begins: the middle half of the viewport. */
export function middleRect({ width, height }: Size): Rect {
  return {
    left: Math.round(width / 4),
    top: Math.round(height / 4),
    width: Math.round(width / 2),
    height: Math.round(height / 2),
  };
}

/** The device pixels that `rect` covers at `scale` device pixels to a CSS pixel, cut to `picture`. */
export function toDevicePixels(rect: Rect, scale: number, picture: Size): Rect {
  const corner = (x: number, y: number) => ({ x: Math.round(x * scale), y: Math.round(y * scale) });
  const from = corner(rect.left, rect.top);
  const to = corner(rect.left + rect.width, rect.top + rect.height);
  return spanRect(from, to, picture);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(min, max));
}
