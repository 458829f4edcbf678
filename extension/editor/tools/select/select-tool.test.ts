import { expect, test } from 'vitest';
import { findElement } from '../../../../shared/scene/model/index-elements.ts';
import { makeElement } from '../../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../../shared/scene/model/scene.ts';
import { addElements } from '../../../../shared/scene/operations/add-elements.ts';
import type { Handle } from '../handles.ts';
import { drag, pointer, runTool, situationOf } from '../testing/run-tool.ts';
import { selectTool } from './select-tool.ts';

const size = { width: 100, height: 60 };
const scene = addElements(EMPTY_SCENE, [
  makeElement('rectangle', { id: 'a', x: 0, y: 0, ...size }),
  makeElement('rectangle', { id: 'b', x: 200, y: 0, ...size, groupIds: ['g'] }),
  makeElement('rectangle', { id: 'c', x: 400, y: 0, ...size, groupIds: ['g'] }),
  makeElement('rectangle', { id: 'locked', x: 0, y: 200, ...size, locked: true }),
  makeElement('line', {
    id: 'line',
    x: 0,
    y: 400,
    points: [
      [0, 0],
      [100, 0],
    ],
  }),
  makeElement('arrow', {
    id: 'arrow',
    x: 0,
    y: 500,
    points: [
      [0, 0],
      [300, 0],
    ],
  }),
  makeElement('image', { id: 'picture', x: 600, y: 0, width: 100, height: 50 }),
]);
const on = (id: string) => ({ target: { kind: 'element', id } as const });
const by = (handle: Handle) => ({ target: { kind: 'handle', handle } as const });
const selecting = (...ids: string[]) => situationOf(scene, { selection: new Set(ids) });

test('a click selects, with all of its group, and beside everything nothing', () => {
  expect(runTool(selectTool, drag([[5, 5]], on('a')), selecting()).selection).toEqual(['a']);
  expect(runTool(selectTool, drag([[205, 5]], on('b')), selecting()).selection).toEqual(['b', 'c']);
  expect(runTool(selectTool, drag([[900, 900]]), selecting('a')).selection).toEqual([]);
});

test('a second click goes into the group', () => {
  const run = runTool(selectTool, drag([[205, 5]], on('b')), selecting('b', 'c'));
  expect(run.selection).toEqual(['b']);
});

test('Shift adds and takes away', () => {
  const shift = { ...on('a'), shift: true };
  expect(runTool(selectTool, drag([[5, 5]], shift), selecting('line')).selection).toEqual([
    'line',
    'a',
  ]);
  expect(runTool(selectTool, drag([[5, 5]], shift), selecting('line', 'a')).selection).toEqual([
    'line',
  ]);
});

test('a marquee selects what lies wholly in it, with Alt what it touches, never what is locked', () => {
  const box = [
    [-10, -10],
    [100, 100],
    [250, 300],
  ] as const;
  expect(runTool(selectTool, drag(box), selecting()).selection).toEqual(['a']);
  expect(runTool(selectTool, drag(box, { alt: true }), selecting()).selection).toEqual([
    'a',
    'b',
    'c',
  ]);
  const kept = runTool(selectTool, drag(box, { shift: true }), selecting('line'));
  expect(kept.selection).toEqual(['line', 'a']);
});

test('a drag moves what is under it as one step, with Shift along one axis', () => {
  const run = runTool(
    selectTool,
    drag(
      [
        [5, 5],
        [20, 9],
        [55, 15],
      ],
      on('a'),
    ),
    selecting(),
  );
  expect(findElement(run.scene ?? scene, 'a')).toMatchObject({ x: 50, y: 10 });
  const commits = run.commands.filter((one) => one.do === 'commit');
  expect(commits).toMatchObject([{ step: { key: 'move', count: 1 } }]);
  const straight = runTool(
    selectTool,
    drag(
      [
        [5, 5],
        [55, 15],
      ],
      { ...on('a'), shift: true },
    ),
    selecting('a'),
  );
  expect(findElement(straight.scene ?? scene, 'a')).toMatchObject({ x: 50, y: 0 });
});

test('a drag within the frame of several moves them all', () => {
  const run = runTool(
    selectTool,
    drag([
      [350, 30],
      [360, 40],
    ]),
    selecting('b', 'c'),
  );
  expect(findElement(run.scene ?? scene, 'c')).toMatchObject({ x: 410, y: 10 });
});

test('with Alt it is a copy that moves', () => {
  const run = runTool(
    selectTool,
    drag(
      [
        [5, 5],
        [55, 5],
      ],
      { ...on('a'), alt: true },
    ),
    selecting('a'),
  );
  expect(findElement(run.scene ?? scene, 'a')).toMatchObject({ x: 0 });
  const [copy] = run.selection ?? [];
  expect(copy).not.toBe('a');
  expect(findElement(run.scene ?? scene, copy ?? '')).toMatchObject({ x: 50, y: 0 });
});

test('Escape puts everything back where it was', () => {
  const moves = [
    pointer('down', [5, 5], on('a')),
    pointer('move', [90, 90]),
    { type: 'cancel' } as const,
  ];
  const run = runTool(selectTool, moves, selecting('a'));
  expect(run.scene).toBeUndefined();
  expect(run.commands).toContainEqual({ do: 'preview', scene: null });
  expect(run.state).toEqual({ name: 'idle' });
});

test('handles resize; pictures keep their ratio, shapes with Shift', () => {
  const corner = by({ kind: 'resize', side: 'se' });
  const run = runTool(
    selectTool,
    drag(
      [
        [100, 60],
        [150, 60],
      ],
      corner,
    ),
    selecting('a'),
  );
  expect(findElement(run.scene ?? scene, 'a')).toMatchObject({ width: 150, height: 60 });
  const kept = runTool(
    selectTool,
    drag(
      [
        [100, 60],
        [200, 60],
      ],
      { ...corner, shift: true },
    ),
    selecting('a'),
  );
  expect(findElement(kept.scene ?? scene, 'a')).toMatchObject({ width: 200, height: 120 });
  const picture = runTool(
    selectTool,
    drag(
      [
        [700, 50],
        [800, 50],
      ],
      corner,
    ),
    selecting('picture'),
  );
  expect(findElement(picture.scene ?? scene, 'picture')).toMatchObject({ width: 200, height: 100 });
});

test('the handle above turns, with Shift to whole steps of 15°', () => {
  const handle = by({ kind: 'rotate' });
  const run = runTool(
    selectTool,
    drag(
      [
        [50, -20],
        [200, 30],
      ],
      handle,
    ),
    selecting('a'),
  );
  expect(findElement(run.scene ?? scene, 'a')?.angle).toBeCloseTo(Math.PI / 2, 6);
  const stepped = runTool(
    selectTool,
    drag(
      [
        [50, -20],
        [198, 45],
      ],
      { ...handle, shift: true },
    ),
    selecting('a'),
  );
  expect(findElement(stepped.scene ?? scene, 'a')?.angle).toBeCloseTo(Math.PI / 2, 6);
});

test('points of a line move, new ones are drawn out of its middle, and go again on their neighbour', () => {
  const end = by({ kind: 'point', index: 1 });
  const moved = runTool(
    selectTool,
    drag(
      [
        [100, 400],
        [100, 450],
      ],
      end,
    ),
    selecting('line'),
  );
  expect(findElement(moved.scene ?? scene, 'line')).toMatchObject({
    points: [
      [0, 0],
      [100, 50],
    ],
  });
  const middle = by({ kind: 'middle', index: 0 });
  const bent = runTool(
    selectTool,
    drag(
      [
        [50, 400],
        [50, 440],
      ],
      middle,
    ),
    selecting('line'),
  );
  expect(findElement(bent.scene ?? scene, 'line')).toMatchObject({
    points: [
      [0, 0],
      [50, 40],
      [100, 0],
    ],
  });
  const straight = runTool(
    selectTool,
    drag(
      [
        [50, 400],
        [99, 401],
      ],
      middle,
    ),
    selecting('line'),
  );
  expect(findElement(straight.scene ?? scene, 'line')).toMatchObject({
    points: [
      [0, 0],
      [100, 0],
    ],
  });
});

test('an arrow’s end that is put onto a shape holds on to it', () => {
  const end = by({ kind: 'point', index: 1 });
  const run = runTool(
    selectTool,
    drag(
      [
        [300, 500],
        [250, 55],
      ],
      end,
    ),
    selecting('arrow'),
  );
  expect(findElement(run.scene ?? scene, 'arrow')).toMatchObject({
    endBinding: { elementId: 'b' },
  });
});

test('a double click writes onto the shape, or beside everything', () => {
  const onto = runTool(selectTool, [pointer('double', [50, 5], on('a'))], selecting());
  expect(onto.commands).toMatchObject([
    { do: 'edit-text', editing: { isNew: true, element: { containerId: 'a' } } },
  ]);
  const within = runTool(selectTool, [pointer('double', [50, 25])], selecting());
  expect(within.commands).toMatchObject([{ editing: { element: { containerId: 'a' } } }]);
  const beside = runTool(selectTool, [pointer('double', [900, 900])], selecting());
  expect(beside.commands).toMatchObject([{ editing: { element: { containerId: null } } }]);
});

test('what is moved is drawn to what it nearly lines up with, and shows by which line; with Ctrl it is free', () => {
  const snapping = situationOf(scene, { selection: new Set(['a']), isSnapping: true });
  const moves = drag(
    [
      [5, 5],
      [8, 65],
      [8, 69],
    ],
    on('a'),
  );
  const run = runTool(selectTool, moves, snapping);
  expect(findElement(run.scene ?? scene, 'a')).toMatchObject({ x: 0 });
  const shown = run.commands.findLast((one) => one.do === 'overlay' && one.overlay !== null);
  expect(shown).toMatchObject({ overlay: { guides: expect.arrayContaining([expect.anything()]) } });
  const free = runTool(
    selectTool,
    drag(
      [
        [5, 5],
        [8, 69],
      ],
      { ...on('a'), mod: true },
    ),
    snapping,
  );
  expect(findElement(free.scene ?? scene, 'a')).toMatchObject({ x: 3, y: 64 });
});

test('on a grid what is moved lies on its lines', () => {
  const gridded = situationOf({ ...scene, gridSize: 20 }, { selection: new Set(['a']) });
  const run = runTool(
    selectTool,
    drag(
      [
        [5, 5],
        [40, 52],
      ],
      on('a'),
    ),
    gridded,
  );
  expect(findElement(run.scene ?? scene, 'a')).toMatchObject({ x: 40, y: 40 });
});
