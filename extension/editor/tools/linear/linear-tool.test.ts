import { expect, test } from 'vitest';
import { makeElement } from '../../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../../shared/scene/model/scene.ts';
import { drag, pointer, runTool, situationOf } from '../testing/run-tool.ts';
import { linearTool } from './linear-tool.ts';

const size = { width: 100, height: 60 };
const scene = {
  ...EMPTY_SCENE,
  elements: [
    makeElement('rectangle', { id: 'a', x: 0, y: 0, ...size }),
    makeElement('ellipse', { id: 'b', x: 300, y: 0, ...size }),
    makeElement('image', { id: 'ground', x: -500, y: -500, width: 2000, height: 2000 }),
  ],
};

test('a drag draws a line of two points', () => {
  const run = runTool(
    linearTool('line'),
    drag([
      [10, 10],
      [30, 30],
      [60, 40],
    ]),
  );
  expect(run.scene?.elements).toMatchObject([
    {
      type: 'line',
      x: 10,
      y: 10,
      points: [
        [0, 0],
        [50, 30],
      ],
    },
  ]);
  expect(run.commands.at(-1)).toEqual({ do: 'done' });
});

test('clicks draw point by point, a click on the last point ends', () => {
  const run = runTool(linearTool('line'), [
    ...drag([[0, 0]]),
    pointer('move', [50, 0]),
    ...drag([[50, 0]]),
    ...drag([[50, 80]]),
    ...drag([[51, 80]]),
  ]);
  expect(run.scene?.elements).toMatchObject([
    {
      points: [
        [0, 0],
        [50, 0],
        [50, 80],
      ],
    },
  ]);
  expect(run.state).toEqual({ name: 'idle' });
});

test('so do Enter and a double click; Escape takes it all back', () => {
  const clicks = [...drag([[0, 0]]), ...drag([[50, 0]])];
  const ended = runTool(linearTool('line'), [...clicks, { type: 'finish' }]);
  expect(ended.scene?.elements).toHaveLength(1);
  const doubled = runTool(linearTool('line'), [...clicks, pointer('double', [50, 0])]);
  expect(doubled.scene?.elements).toHaveLength(1);
  expect(runTool(linearTool('line'), [...clicks, { type: 'cancel' }]).scene).toBeUndefined();
});

test('Shift turns in steps of 15°', () => {
  const run = runTool(
    linearTool('line'),
    drag(
      [
        [0, 0],
        [100, 4],
      ],
      { shift: true },
    ),
  );
  const [line] = run.scene?.elements ?? [];
  expect(line?.height).toBeCloseTo(0, 6);
});

test('an arrow holds on to the shapes at its ends, and shows it before', () => {
  const run = runTool(
    linearTool('arrow'),
    drag([
      [95, 30],
      [200, 30],
      [305, 30],
    ]),
    situationOf(scene),
  );
  const arrow = run.scene?.elements.at(-1);
  expect(arrow).toMatchObject({
    type: 'arrow',
    startBinding: { elementId: 'a' },
    endBinding: { elementId: 'b' },
  });
  const shown = run.commands
    .filter((one) => one.do === 'overlay')
    .map((one) => one.overlay?.boundTo);
  expect(shown).toContain('a');
  expect(shown).toContain('b');
  expect(run.scene?.elements.find(({ id }) => id === 'b')?.boundElements).toEqual([
    { id: arrow?.id, type: 'arrow' },
  ]);
});

test('with Ctrl it holds on to nothing; neither to a picture that it is drawn on, nor within one shape', () => {
  const free = runTool(
    linearTool('arrow'),
    drag(
      [
        [95, 30],
        [305, 30],
      ],
      { mod: true },
    ),
    situationOf(scene),
  );
  expect(free.scene?.elements.at(-1)).toMatchObject({ startBinding: null, endBinding: null });
  const beside = runTool(
    linearTool('arrow'),
    drag([
      [600, 600],
      [700, 700],
    ]),
    situationOf(scene),
  );
  expect(beside.scene?.elements.at(-1)).toMatchObject({ startBinding: null, endBinding: null });
  const inside = runTool(
    linearTool('arrow'),
    drag([
      [20, 20],
      [80, 40],
    ]),
    situationOf(scene),
  );
  expect(inside.scene?.elements.at(-1)).toMatchObject({ startBinding: null, endBinding: null });
});
