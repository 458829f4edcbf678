import type { Axis } from '../geometry/fit-into.ts';
import type { Point } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { shiftUnits, type Unit, unitsOf } from './arrange-units.ts';

/** Gives three or more elements, groups as one, equal gaps along `axis`; the outermost two stay. */
export function distributeElements(scene: Scene, ids: Iterable<string>, axis: Axis): Scene {
  const start = ({ box }: Unit) => (axis === 'horizontal' ? box.x : box.y);
  const size = ({ box }: Unit) => (axis === 'horizontal' ? box.width : box.height);
  const units = unitsOf(scene, ids).sort((a, b) => start(a) + size(a) / 2 - start(b) - size(b) / 2);
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined || units.length < 3) return scene;
  const taken = units.reduce((sum, unit) => sum + size(unit), 0);
  const gap = (start(last) + size(last) - start(first) - taken) / (units.length - 1);
  let at = start(first);
  const offsets = units.map((unit): Point => {
    const by = at - start(unit);
    at += size(unit) + gap;
    return axis === 'horizontal' ? [by, 0] : [0, by];
  });
  return shiftUnits(scene, units, offsets);
}
