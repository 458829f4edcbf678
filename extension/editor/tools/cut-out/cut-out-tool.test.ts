import { expect, test } from 'vitest';
import { makeElement } from '../../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../../shared/scene/model/scene.ts';
import { drag, pointer, runTool, situationOf } from '../testing/run-tool.ts';
import { bandOfDrag, cutOutTool } from './cut-out-tool.ts';

const scene = {
  ...EMPTY_SCENE,
  elements: [
    makeElement('rectangle', { id: 'above', x: 0, y: 0, width: 100, height: 50 }),
    makeElement('rectangle', { id: 'below', x: 0, y: 300, width: 100, height: 50 }),
  ],
};

test('a drag down cuts a row out and closes the gap', () => {
  const run = runTool(
    cutOutTool,
    drag([
      [20, 100],
      [25, 150],
      [30, 250],
    ]),
    situationOf(scene),
  );
  expect(run.scene?.elements).toMatchObject([{ y: 0 }, { y: 150 }]);
});

test('before that, it shows the band across everything', () => {
  const half = [pointer('down', [20, 100]), pointer('move', [30, 250])];
  expect(runTool(cutOutTool, half, situationOf(scene)).commands).toEqual([
    {
      do: 'overlay',
      overlay: { band: { box: { x: 0, y: 100, width: 100, height: 150 }, kind: 'cut' } },
    },
  ]);
});

test('a drag sideways cuts a column, in either direction', () => {
  expect(bandOfDrag([100, 0], [40, 20])).toEqual({ axis: 'vertical', start: 40, end: 100 });
});

test('a click cuts nothing', () => {
  expect(runTool(cutOutTool, drag([[20, 100]]), situationOf(scene)).scene).toBeUndefined();
});
