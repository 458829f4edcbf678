import { frameDocument, type Scope } from '../page/scopes.ts';
import { intoFrame } from '../page/seen-rect.ts';
import type { Point } from '../region/rect.ts';

/**
 * The innermost element at a point of the window, through open shadow roots and frames of the same origin.
 * @param overlay what lies over the page and is not meant
 */
export function elementAt(
  point: Point,
  overlay: Element,
  scope: Scope = document,
): Element | undefined {
  const found = scope.elementsFromPoint(point.x, point.y).find((element) => element !== overlay);
  if (!found) return undefined;
  const shadow = found.shadowRoot;
  if (shadow && shadow !== scope) return elementAt(point, overlay, shadow) ?? found;
  const inner = frameDocument(found);
  if (!inner) return found;
  return elementAt(intoFrame(point, found as HTMLElement), overlay, inner) ?? found;
}
