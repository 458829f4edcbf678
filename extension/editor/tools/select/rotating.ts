import type { Point } from '../../../../shared/scene/model/element.ts';
import { pickElements } from '../../../../shared/scene/model/index-elements.ts';
import { rotateElements } from '../../../../shared/scene/operations/rotate-elements.ts';
import { IDLE, type SelectStep } from './select-state.ts';

const STEP = Math.PI / 12;

/** With Shift in steps of 15°. */
export const rotating: SelectStep<'rotating'> = (state, event, { scene, selection }) => {
  const turned = angleTo(state.middle, event.point) - angleTo(state.middle, state.from);
  const [first, ...others] = pickElements(scene, selection);
  // One element comes to lie at whole steps, not turned by them.
  const base = others.length === 0 ? (first?.angle ?? 0) : 0;
  const angle = event.shift ? Math.round((base + turned) / STEP) * STEP - base : turned;
  const rotated = rotateElements(scene, selection, angle);
  if (event.type !== 'up') return [state, [{ do: 'preview', scene: rotated }]];
  const step = { key: 'rotate', count: selection.size } as const;
  return [IDLE, [{ do: 'commit', step, scene: rotated }]];
};

function angleTo(middle: Point, [x, y]: Point): number {
  return Math.atan2(y - middle[1], x - middle[0]);
}
