import { expect, test } from 'vitest';
import { drag, pointer, runTool } from '../testing/run-tool.ts';
import { handTool } from './hand-tool.ts';

test('a drag moves the view by as much as the hand, and only while it is down', () => {
  const run = runTool(handTool, [
    pointer('move', [500, 500]),
    ...drag([
      [10, 10],
      [30, 5],
      [25, 25],
    ]),
    pointer('move', [99, 99]),
  ]);
  expect(run.commands).toEqual([
    { do: 'pan', dx: 20, dy: -5 },
    { do: 'pan', dx: -5, dy: 20 },
  ]);
});
