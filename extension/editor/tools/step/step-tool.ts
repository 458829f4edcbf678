import { addElements } from '../../../../shared/scene/operations/add-elements.ts';
import { newElement } from '../new-element.ts';
import type { Tool } from '../tool.ts';

/** Diameter of a badge, in scene units. */
const STEP_SIZE = 32;

interface StepState {
  readonly name: 'idle';
}

/** Puts the next numbered badge where one clicks. The tool stays: steps come in rows. */
export const stepTool: Tool<StepState> = {
  idle: { name: 'idle' },
  cursor: 'crosshair',
  next(state, event, { scene, style }) {
    if (event.type !== 'down') return [state, []];
    const element = newElement('step', style, {
      x: event.point[0] - STEP_SIZE / 2,
      y: event.point[1] - STEP_SIZE / 2,
      width: STEP_SIZE,
      height: STEP_SIZE,
    });
    const step = { key: 'add', count: 1 } as const;
    return [
      state,
      [{ do: 'commit', step, scene: addElements(scene, [element]), selection: [element.id] }],
    ];
  },
};
