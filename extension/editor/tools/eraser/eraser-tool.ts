import { elementsAt } from '../../../../shared/scene/geometry/hit-test.ts';
import type { Point } from '../../../../shared/scene/model/element.ts';
import { findElement } from '../../../../shared/scene/model/index-elements.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { removeElements } from '../../../../shared/scene/operations/remove-elements.ts';
import { DROP, type Tool } from '../tool.ts';

export type EraserState =
  | { readonly name: 'idle' }
  | { readonly name: 'erasing'; readonly doomed: ReadonlySet<string>; readonly last: Point };

const IDLE: EraserState = { name: 'idle' };
const REACH_PX = 6;

/** Takes away what it is drawn over, when it is let go. */
export const eraserTool: Tool<EraserState> = {
  idle: IDLE,
  cursor: 'cell',
  next(state, event, { scene, zoom }) {
    switch (event.type) {
      case 'down':
      case 'move': {
        if (event.type === 'move' && state.name === 'idle') return [state, []];
        const before = state.name === 'erasing' ? state : { doomed: [], last: event.point };
        const reach = REACH_PX / zoom;
        const hit = pointsBetween(before.last, event.point, reach).flatMap((point) =>
          elementsAt(scene, point, reach),
        );
        const doomed = new Set([...before.doomed, ...hit.filter((id) => isErasable(scene, id))]);
        return [
          { name: 'erasing', doomed, last: event.point },
          [{ do: 'overlay', overlay: { doomed } }],
        ];
      }
      case 'up': {
        if (state.name === 'idle' || state.doomed.size === 0) return [IDLE, DROP];
        const step = { key: 'remove', count: state.doomed.size } as const;
        return [
          IDLE,
          [
            { do: 'commit', step, scene: removeElements(scene, state.doomed) },
            { do: 'overlay', overlay: null },
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

function isErasable(scene: Scene, id: string): boolean {
  return findElement(scene, id)?.locked === false;
}

/** Close enough together that nothing between is missed. */
function pointsBetween(from: Point, to: Point, reach: number): Point[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const count = Math.max(1, Math.ceil(length / reach));
  return Array.from({ length: count }, (_, index): Point => {
    const share = (index + 1) / count;
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  });
}
