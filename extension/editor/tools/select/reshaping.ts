import type { Point } from '../../../../shared/scene/model/element.ts';
import { findElement } from '../../../../shared/scene/model/index-elements.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { bindArrow } from '../../../../shared/scene/operations/bind-arrow.ts';
import { setPath } from '../../../../shared/scene/operations/set-path.ts';
import { bindableAt } from '../bindable-at.ts';
import { IDLE, type SelectStep, type StateNamed } from './select-state.ts';

/** Moves one point of a line; an arrow's end holds on to the shape on which it is let go, except with Ctrl. */
export const reshaping: SelectStep<'reshaping'> = (state, event, { scene, zoom }) => {
  const points = state.points.with(state.index, event.point);
  const end = endOf(scene, state);
  const shape = end === null || event.mod ? null : bindableAt(scene, event.point, zoom);
  const freed = end === null ? scene : bindArrow(scene, state.id, end, null);
  const reshaped = setPath(freed, state.id, points);
  if (event.type !== 'up') {
    return [
      state,
      [
        { do: 'preview', scene: reshaped },
        { do: 'overlay', overlay: { boundTo: shape } },
      ],
    ];
  }
  const bound =
    end === null || shape === null ? reshaped : bindArrow(reshaped, state.id, end, shape);
  const step = { key: 'reshape', count: 1 } as const;
  return [
    IDLE,
    [
      { do: 'commit', step, scene: dropNeedless(bound, state, points, zoom) },
      { do: 'overlay', overlay: null },
    ],
  ];
};

function endOf(
  scene: Scene,
  { id, index, points }: StateNamed<'reshaping'>,
): 'start' | 'end' | null {
  if (findElement(scene, id)?.type !== 'arrow') return null;
  if (index === 0) return 'start';
  return index === points.length - 1 ? 'end' : null;
}

/** A point that is put onto its neighbour goes. */
function dropNeedless(
  scene: Scene,
  { id, index }: StateNamed<'reshaping'>,
  points: readonly Point[],
  zoom: number,
): Scene {
  const moved = points[index] as Point;
  const isNear = (other: Point | undefined) =>
    other !== undefined && Math.hypot(other[0] - moved[0], other[1] - moved[1]) * zoom < 6;
  const isInner = index > 0 && index < points.length - 1;
  return isInner && (isNear(points[index - 1]) || isNear(points[index + 1]))
    ? setPath(scene, id, points.toSpliced(index, 1))
    : scene;
}
