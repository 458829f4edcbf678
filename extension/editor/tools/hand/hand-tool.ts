import type { Point } from '../../../../shared/scene/model/element.ts';
import type { Tool } from '../tool.ts';

type HandState = { readonly name: 'idle' } | { readonly name: 'panning'; readonly at: Point };

const IDLE: HandState = { name: 'idle' };

/** Moves the view with the hand. */
export const handTool: Tool<HandState> = {
  idle: IDLE,
  cursor: 'grab',
  next(state, event) {
    switch (event.type) {
      case 'down':
        return [{ name: 'panning', at: event.at }, []];
      case 'move': {
        if (state.name === 'idle') return [state, []];
        const [dx, dy] = [event.at[0] - state.at[0], event.at[1] - state.at[1]];
        return [{ name: 'panning', at: event.at }, [{ do: 'pan', dx, dy }]];
      }
      default:
        return [IDLE, []];
    }
  },
};
