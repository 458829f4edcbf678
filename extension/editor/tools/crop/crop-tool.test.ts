import { expect, test } from 'vitest';
import { EMPTY_SCENE } from '../../../../shared/scene/model/scene.ts';
import { drag, pointer, runTool, situationOf } from '../testing/run-tool.ts';
import { cropTool } from './crop-tool.ts';

const crop = { x: 100, y: 100, width: 200, height: 100 };
const cropped = situationOf({ ...EMPTY_SCENE, crop });

test('a drag chooses what exports show', () => {
  const run = runTool(
    cropTool,
    drag([
      [10, 10],
      [60, 60],
      [110, 90],
    ]),
  );
  expect(run.scene?.crop).toEqual({ x: 10, y: 10, width: 100, height: 80 });
});

test('a handle resizes the crop, a drag inside moves it, one outside chooses anew', () => {
  expect(
    runTool(
      cropTool,
      drag([
        [300, 200],
        [320, 230],
      ]),
      cropped,
    ).scene?.crop,
  ).toEqual({
    x: 100,
    y: 100,
    width: 220,
    height: 130,
  });
  expect(
    runTool(
      cropTool,
      drag([
        [200, 150],
        [190, 155],
      ]),
      cropped,
    ).scene?.crop,
  ).toEqual({
    ...crop,
    x: 90,
    y: 105,
  });
  expect(
    runTool(
      cropTool,
      drag([
        [500, 500],
        [520, 520],
        [540, 540],
      ]),
      cropped,
    ).scene?.crop,
  ).toEqual({
    x: 500,
    y: 500,
    width: 40,
    height: 40,
  });
});

test('a click leaves the crop as it is, Escape too', () => {
  expect(runTool(cropTool, drag([[500, 500]]), cropped).scene).toBeUndefined();
  const left = [pointer('down', [0, 0]), pointer('move', [50, 50]), { type: 'cancel' } as const];
  expect(runTool(cropTool, left, cropped).scene).toBeUndefined();
});
