import type { StepKey } from '../../../../shared/scene/history/step-name.ts';
import type { Point, SceneElement } from '../../../../shared/scene/model/element.ts';
import { addElements } from '../../../../shared/scene/operations/add-elements.ts';
import { newElement } from '../new-element.ts';
import { DROP, isDrag, type Situation, type Tool } from '../tool.ts';
import { boxOfDrag } from './box-of-drag.ts';

/** What is drawn from one corner to the other. */
export type BoxType = 'rectangle' | 'ellipse' | 'diamond' | 'highlight' | 'redaction' | 'frame';

export type DrawBoxState =
  | { readonly name: 'idle' }
  | { readonly name: 'pressed'; readonly from: Point; readonly at: Point }
  | { readonly name: 'drawing'; readonly from: Point; readonly element: SceneElement };

const IDLE: DrawBoxState = { name: 'idle' };

/** Draws elements of `type` by dragging; a click draws nothing. */
export function drawBoxTool(type: BoxType): Tool<DrawBoxState> {
  const step: StepKey = type === 'redaction' ? 'redact' : type === 'frame' ? 'frame' : 'add';
  return {
    idle: IDLE,
    cursor: 'crosshair',
    next(state, event, situation) {
      switch (event.type) {
        case 'down':
          return [{ name: 'pressed', from: event.point, at: event.at }, []];
        case 'move': {
          if (state.name === 'idle') return [state, []];
          if (state.name === 'pressed' && !isDrag(state.at, event.at)) return [state, []];
          const drawn = state.name === 'drawing' ? state.element : start(type, situation);
          const element = { ...drawn, ...boxOfDrag(state.from, event.point, event) };
          const scene = addElements(situation.scene, [element]);
          return [{ name: 'drawing', from: state.from, element }, [{ do: 'preview', scene }]];
        }
        case 'up': {
          if (state.name !== 'drawing') return [IDLE, DROP];
          const element = { ...state.element, ...boxOfDrag(state.from, event.point, event) };
          const scene = addElements(situation.scene, [element]);
          return [
            IDLE,
            [
              { do: 'commit', step: { key: step, count: 1 }, scene, selection: [element.id] },
              { do: 'done' },
            ],
          ];
        }
        case 'cancel':
          return [IDLE, DROP];
        default:
          return [state, []];
      }
    },
  };
}

function start(type: BoxType, { style }: Situation): SceneElement {
  return newElement(type, style, {});
}
