import type { Point } from '../../../../shared/scene/model/element.ts';
import { pickElements } from '../../../../shared/scene/model/index-elements.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { resizeElements } from '../../../../shared/scene/operations/resize-elements.ts';
import type { PointerEventOf, Situation } from '../tool.ts';
import { IDLE, type SelectStep, type StateNamed } from './select-state.ts';

/** Shift keeps the ratio (of pictures, it frees it), Alt the middle. */
export const resizing: SelectStep<'resizing'> = (state, event, situation) => {
  const scene = resize(state, event, situation);
  if (event.type !== 'up') return [state, [{ do: 'preview', scene }]];
  const step = { key: 'resize', count: situation.selection.size } as const;
  return [IDLE, [{ do: 'commit', step, scene }]];
};

function resize(
  { from, side }: StateNamed<'resizing'>,
  { point, shift, alt }: PointerEventOf<'down' | 'move' | 'up'>,
  { scene, selection, measure }: Situation,
): Scene {
  const offset: Point = [point[0] - from[0], point[1] - from[1]];
  const isPicture = pickElements(scene, selection).every(({ type }) => type === 'image');
  const keepRatio = isPicture !== shift;
  return resizeElements(
    scene,
    selection,
    { handle: side, offset, keepRatio, fromMiddle: alt },
    measure,
  );
}
