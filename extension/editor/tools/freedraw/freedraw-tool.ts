import { boxAround } from '../../../../shared/scene/geometry/box.ts';
import type { FreedrawElement, Point } from '../../../../shared/scene/model/element.ts';
import { addElements } from '../../../../shared/scene/operations/add-elements.ts';
import { newElement } from '../new-element.ts';
import { DROP, type PointerEventOf, type Tool } from '../tool.ts';

export type FreedrawState =
  | { readonly name: 'idle' }
  | { readonly name: 'drawing'; readonly element: FreedrawElement };

const IDLE: FreedrawState = { name: 'idle' };

/** Draws as the hand moves; a click makes a dot. */
export const freedrawTool: Tool<FreedrawState> = {
  idle: IDLE,
  cursor: 'crosshair',
  next(state, event, situation) {
    switch (event.type) {
      case 'down': {
        const [x, y] = event.point;
        const points: readonly Point[] = [[0, 0]];
        const pressures = event.pressure === null ? [] : [event.pressure];
        const element = newElement('freedraw', situation.style, { x, y, points, pressures });
        return [
          { name: 'drawing', element },
          [{ do: 'preview', scene: addElements(situation.scene, [element]) }],
        ];
      }
      case 'move': {
        if (state.name === 'idle') return [state, []];
        const element = drawOn(state.element, event);
        return [
          { name: 'drawing', element },
          [{ do: 'preview', scene: addElements(situation.scene, [element]) }],
        ];
      }
      case 'up': {
        if (state.name === 'idle') return [state, []];
        const scene = addElements(situation.scene, [state.element]);
        return [
          IDLE,
          [{ do: 'commit', step: { key: 'add', count: 1 }, scene, selection: [] }, { do: 'done' }],
        ];
      }
      case 'cancel':
        return [IDLE, DROP];
      default:
        return [state, []];
    }
  },
};

function drawOn(
  element: FreedrawElement,
  { point, pressure }: PointerEventOf<'move'>,
): FreedrawElement {
  const next: Point = [point[0] - element.x, point[1] - element.y];
  const last = element.points.at(-1);
  if (last?.[0] === next[0] && last[1] === next[1]) return element;
  const points = [...element.points, next];
  const { width, height } = boxAround(points) ?? element;
  const pressures = pressure === null ? [] : [...element.pressures, pressure];
  return { ...element, points, pressures, width, height };
}
