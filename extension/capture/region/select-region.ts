import {
  type Handle,
  middleRect,
  moveRect,
  type Point,
  type Rect,
  resizeRect,
  type Size,
  spanRect,
} from './rect.ts';

/* Choosing a region as a small state machine: (state, event) -> state. Drawing it is done elsewhere. */

export type Grip = Handle | 'inside' | 'outside';

interface Drag {
  readonly grip: Grip;
  readonly start: Point;
  /** The selection as it was when the drag began. */
  readonly from?: Rect;
}

export interface RegionState {
  readonly rect?: Rect;
  readonly drag?: Drag;
  readonly ended?: 'taken' | 'cancelled';
}

export type RegionEvent =
  | { readonly type: 'press'; readonly grip: Grip; readonly at: Point }
  | { readonly type: 'drag'; readonly at: Point }
  | { readonly type: 'release' }
  | { readonly type: 'arrow'; readonly by: Point; readonly resize: boolean }
  | { readonly type: 'take' }
  | { readonly type: 'cancel' };

/** Smaller than this in CSS pixels was a click, not a drag. */
const SMALLEST = 3;

/** What follows `event` in a viewport of `viewport` CSS pixels. */
export function nextRegion(state: RegionState, event: RegionEvent, viewport: Size): RegionState {
  const { rect, drag } = state;
  switch (event.type) {
    case 'press': {
      const { grip, at } = event;
      return { ...state, drag: { grip, start: at, ...(rect ? { from: rect } : {}) } };
    }
    case 'drag':
      return drag ? { ...state, rect: dragRect(drag, event.at, viewport) } : state;
    case 'release':
      return release(state);
    case 'arrow': {
      if (!rect) return { ...state, rect: middleRect(viewport) };
      const { by, resize } = event;
      return {
        ...state,
        rect: resize ? growRect(rect, by, viewport) : moveRect(rect, by, viewport),
      };
    }
    case 'take':
      // Without a selection everything visible is meant.
      return { rect: rect ?? { left: 0, top: 0, ...viewport }, ended: 'taken' };
    case 'cancel':
      return { ended: 'cancelled' };
  }
}

function dragRect({ grip, start, from }: Drag, at: Point, viewport: Size): Rect {
  const by = { x: at.x - start.x, y: at.y - start.y };
  if (grip === 'outside' || !from) return spanRect(start, at, viewport);
  if (grip === 'inside') return moveRect(from, by, viewport);
  return resizeRect(from, grip, by, viewport);
}

/** A click beside the selection, or a slip of the hand while drawing, leaves what was selected before. */
function release({ rect, drag }: RegionState): RegionState {
  const tooSmall = rect && (rect.width < SMALLEST || rect.height < SMALLEST);
  const kept = drag && tooSmall ? drag.from : rect;
  return kept ? { rect: kept } : {};
}

/** By keyboard the right and the bottom side move, down to one pixel. */
function growRect(rect: Rect, by: Point, viewport: Size): Rect {
  const width = Math.min(Math.max(1, rect.width + by.x), viewport.width - rect.left);
  const height = Math.min(Math.max(1, rect.height + by.y), viewport.height - rect.top);
  return { ...rect, width, height };
}
