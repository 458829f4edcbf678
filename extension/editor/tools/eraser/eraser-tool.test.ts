import { expect, test } from 'vitest';
import { makeElement } from '../../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../../shared/scene/model/scene.ts';
import { drag, pointer, runTool, situationOf } from '../testing/run-tool.ts';
import { eraserTool } from './eraser-tool.ts';

const box = { width: 20, height: 20, backgroundColor: '#ff0000' };
const scene = {
  ...EMPTY_SCENE,
  elements: [
    makeElement('rectangle', { id: 'a', x: 0, y: 0, ...box }),
    makeElement('rectangle', { id: 'b', x: 300, y: 0, ...box }),
    makeElement('rectangle', { id: 'c', x: 150, y: 0, ...box, locked: true }),
    makeElement('rectangle', { id: 'd', x: 0, y: 200, ...box }),
  ],
};

test('what it goes over is marked, and gone when it is let go; even on a fast way, never what is locked', () => {
  const run = runTool(
    eraserTool,
    drag([
      [-40, 10],
      [400, 10],
    ]),
    situationOf(scene),
  );
  const marked = run.commands.findLast((one) => one.do === 'overlay' && one.overlay !== null);
  expect(marked).toMatchObject({ overlay: { doomed: new Set(['a', 'b']) } });
  expect(run.scene?.elements.map(({ id }) => id)).toEqual(['c', 'd']);
});

test('Escape spares all, and erasing nothing is no step', () => {
  const spared = [
    pointer('down', [10, 10]),
    pointer('move', [310, 10]),
    { type: 'cancel' } as const,
  ];
  expect(runTool(eraserTool, spared, situationOf(scene)).scene).toBeUndefined();
  expect(runTool(eraserTool, drag([[90, 90]]), situationOf(scene)).scene).toBeUndefined();
});
