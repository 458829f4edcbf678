import { boundsOf } from '../geometry/bounds.ts';
import { normaliseAngle } from '../geometry/point.ts';
import type { SceneElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { describeElement } from './describe-element.ts';

/**
 * What became of the elements with these ids, for a screen reader to say: "Rectangle Login moved to 40, 20". Of
 * several, how many changed. Empty where nothing did that can be said.
 */
export function describeChange(before: Scene, after: Scene, ids: Iterable<string>): string {
  const changed = Array.from(ids, (id) => ({
    id,
    from: findElement(before, id),
    to: findElement(after, id),
  })).filter(({ from, to }) => from !== to);
  const [only, ...others] = changed;
  if (only === undefined) return '';
  if (others.length > 0) return `${changed.length} elements changed`;
  const { from, to } = only;
  if (to === undefined) return from === undefined ? '' : `${describeElement(from, before)} removed`;
  const name = describeElement(to, after);
  return from === undefined ? `${name} added` : `${name} ${describeStep(from, to)}`;
}

function describeStep(from: SceneElement, to: SceneElement): string {
  const [was, is] = [boundsOf(from), boundsOf(to)];
  if (from.angle !== to.angle) {
    return `turned to ${Math.round((normaliseAngle(to.angle) * 180) / Math.PI)} degrees`;
  }
  if (was.width !== is.width || was.height !== is.height)
    return `resized to ${Math.round(is.width)} by ${Math.round(is.height)}`;
  if (was.x !== is.x || was.y !== is.y) return `moved to ${Math.round(is.x)}, ${Math.round(is.y)}`;
  return 'changed';
}
