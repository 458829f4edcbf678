import { uniteBoxes } from '../geometry/box.ts';
import type { Box, Point } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { shiftUnits, unitsOf } from './arrange-units.ts';

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

/** Moves elements, groups as one, to a common edge or middle of the box around them all. */
export function alignElements(scene: Scene, ids: Iterable<string>, alignment: Alignment): Scene {
  const units = unitsOf(scene, ids);
  const whole = uniteBoxes(units.map(({ box }) => box));
  if (whole === null || units.length < 2) return scene;
  return shiftUnits(
    scene,
    units,
    units.map(({ box }) => OFFSETS[alignment](whole, box)),
  );
}

const OFFSETS: Readonly<Record<Alignment, (whole: Box, box: Box) => Point>> = {
  left: (whole, box) => [whole.x - box.x, 0],
  center: (whole, box) => [whole.x + whole.width / 2 - box.x - box.width / 2, 0],
  right: (whole, box) => [whole.x + whole.width - box.x - box.width, 0],
  top: (whole, box) => [0, whole.y - box.y],
  middle: (whole, box) => [0, whole.y + whole.height / 2 - box.y - box.height / 2],
  bottom: (whole, box) => [0, whole.y + whole.height - box.y - box.height],
};
