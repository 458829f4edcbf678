import type { Box, Point } from '../../../shared/scene/model/element.ts';

/** Which part of the scene the canvas shows: the scene point at its top left corner, and pixels to a scene unit. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Of the canvas, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 16;

/** Around what is shown when zooming to it, in CSS pixels. */
/** What the bars over the canvas take of it, and some air, so that nothing fitted lies under them. */
const MARGINS_PX = { top: 120, right: 24, bottom: 64, left: 24 };

export function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

/** Where a point of the canvas lies in the scene. */
export function toScene(view: View, [x, y]: Point): Point {
  return [view.x + x / view.zoom, view.y + y / view.zoom];
}

/** Where a point of the scene lies on the canvas. */
export function toCanvas(view: View, [x, y]: Point): Point {
  return [(x - view.x) * view.zoom, (y - view.y) * view.zoom];
}

/** What the canvas shows, in scene units. */
export function visibleBox(view: View, size: Size): Box {
  return {
    x: view.x,
    y: view.y,
    width: size.width / view.zoom,
    height: size.height / view.zoom,
  };
}

/** The view after the content was moved by so many CSS pixels. */
export function panBy(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x - dx / view.zoom, y: view.y - dy / view.zoom };
}

/** The view at another zoom, with what is under `anchor` (on the canvas) kept there. */
export function zoomAt(view: View, zoom: number, anchor: Point): View {
  const next = clampZoom(zoom);
  const [x, y] = toScene(view, anchor);
  return { x: x - anchor[0] / next, y: y - anchor[1] / next, zoom: next };
}

/** The view that shows all of `box` in the middle of what the bars leave free, no larger than `maxZoom`. */
export function fitBox(box: Box, size: Size, maxZoom = 1): View {
  const { top, right, bottom, left } = MARGINS_PX;
  const free = { width: size.width - left - right, height: size.height - top - bottom };
  const zoom = clampZoom(
    Math.min(
      maxZoom,
      Math.max(1, free.width) / Math.max(1, box.width),
      Math.max(1, free.height) / Math.max(1, box.height),
    ),
  );
  return {
    x: box.x + box.width / 2 - (left + free.width / 2) / zoom,
    y: box.y + box.height / 2 - (top + free.height / 2) / zoom,
    zoom,
  };
}
