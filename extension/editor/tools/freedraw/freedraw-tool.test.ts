import { expect, test } from 'vitest';
import { drag, pointer, runTool } from '../testing/run-tool.ts';
import { freedrawTool } from './freedraw-tool.ts';

test('every point of the way is kept once, relative to the first', () => {
  const run = runTool(
    freedrawTool,
    drag([
      [10, 10],
      [20, 15],
      [20, 15],
      [5, 30],
    ]),
  );
  expect(run.scene?.elements).toMatchObject([
    {
      type: 'freedraw',
      x: 10,
      y: 10,
      points: [
        [0, 0],
        [10, 5],
        [-5, 20],
      ],
      pressures: [],
    },
  ]);
  expect(run.scene?.elements[0]).toMatchObject({ width: 15, height: 20 });
  expect(run.selection).toEqual([]);
});

test('a pen’s pressure is kept for each point', () => {
  const run = runTool(freedrawTool, [
    pointer('down', [0, 0], { pressure: 0.2 }),
    pointer('move', [5, 5], { pressure: 0.7 }),
    pointer('up', [5, 5], { pressure: 0 }),
  ]);
  expect(run.scene?.elements[0]).toMatchObject({ pressures: [0.2, 0.7] });
});

test('a click makes a dot, Escape nothing', () => {
  expect(runTool(freedrawTool, drag([[3, 4]])).scene?.elements).toHaveLength(1);
  const run = runTool(freedrawTool, [pointer('down', [0, 0]), { type: 'cancel' }]);
  expect(run.scene).toBeUndefined();
  expect(run.state).toEqual({ name: 'idle' });
});
