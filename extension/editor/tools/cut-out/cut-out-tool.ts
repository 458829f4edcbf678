import { boundsOfAll } from '../../../../shared/scene/geometry/bounds.ts';
import type { Box, Point } from '../../../../shared/scene/model/element.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { cutOut } from '../../../../shared/scene/operations/cut-out.ts';
import type { Band } from '../../../../shared/scene/operations/cutting/band.ts';
import { DROP, isDrag, type Tool } from '../tool.ts';

export type CutOutState =
  | { readonly name: 'idle' }
  | { readonly name: 'drawing'; readonly from: Point; readonly at: Point };

const IDLE: CutOutState = { name: 'idle' };

/** Cuts out a band across everything, and closes the gap: dragged down a row of it, dragged sideways a column. */
export const cutOutTool: Tool<CutOutState> = {
  idle: IDLE,
  cursor: 'crosshair',
  next(state, event, { scene }) {
    switch (event.type) {
      case 'down':
        return [{ name: 'drawing', from: event.point, at: event.at }, []];
      case 'move': {
        if (state.name === 'idle' || !isDrag(state.at, event.at)) return [state, []];
        const box = boxOfBand(scene, bandOfDrag(state.from, event.point));
        return [state, [{ do: 'overlay', overlay: { band: box && { box, kind: 'cut' } } }]];
      }
      case 'up': {
        if (state.name === 'idle' || !isDrag(state.at, event.at)) return [IDLE, DROP];
        const after = cutOut(scene, bandOfDrag(state.from, event.point));
        const step = { key: 'cutOut', count: 1 } as const;
        return [
          IDLE,
          [{ do: 'commit', step, scene: after }, { do: 'overlay', overlay: null }, { do: 'done' }],
        ];
      }
      case 'cancel':
        return [IDLE, DROP];
      default:
        return [state, []];
    }
  },
};

/** The direction in which one dragged further says which way the band lies across. */
export function bandOfDrag(from: Point, to: Point): Band {
  const isColumn = Math.abs(to[0] - from[0]) > Math.abs(to[1] - from[1]);
  const index = isColumn ? 0 : 1;
  const [a, b] = [from[index], to[index]];
  return {
    axis: isColumn ? 'vertical' : 'horizontal',
    start: Math.min(a, b),
    end: Math.max(a, b),
  };
}

function boxOfBand(scene: Scene, { axis, start, end }: Band): Box | null {
  const all = boundsOfAll(scene.elements);
  if (all === null) return null;
  return axis === 'vertical'
    ? { ...all, x: start, width: end - start }
    : { ...all, y: start, height: end - start };
}
