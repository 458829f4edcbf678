import { expect, test } from 'vitest';
import { drag, names, pointer, runTool } from '../testing/run-tool.ts';
import { drawBoxTool } from './draw-box-tool.ts';

test.each(['rectangle', 'ellipse', 'diamond', 'highlight', 'redaction', 'frame'] as const)(
  'a drag draws: %s',
  (type) => {
    const run = runTool(
      drawBoxTool(type),
      drag([
        [10, 20],
        [50, 60],
        [110, 70],
      ]),
    );
    expect(run.scene?.elements).toMatchObject([{ type, x: 10, y: 20, width: 100, height: 50 }]);
    expect(run.selection).toEqual([run.scene?.elements[0]?.id]);
    expect(names(run.commands)).toEqual(['preview', 'commit', 'done']);
    expect(run.state).toEqual({ name: 'idle' });
  },
);

test('it may be drawn from any corner, Shift makes it square, Alt draws from the middle', () => {
  const tool = drawBoxTool('rectangle');
  const [element] =
    runTool(
      tool,
      drag([
        [100, 100],
        [40, 80],
      ]),
    ).scene?.elements ?? [];
  expect(element).toMatchObject({ x: 40, y: 80, width: 60, height: 20 });
  const [square] =
    runTool(
      tool,
      drag(
        [
          [100, 100],
          [40, 80],
        ],
        { shift: true },
      ),
    ).scene?.elements ?? [];
  expect(square).toMatchObject({ x: 40, y: 40, width: 60, height: 60 });
  const [about] =
    runTool(
      tool,
      drag(
        [
          [100, 100],
          [120, 110],
        ],
        { alt: true },
      ),
    ).scene?.elements ?? [];
  expect(about).toMatchObject({ x: 80, y: 90, width: 40, height: 20 });
});

test('a click draws nothing, and Escape takes back what is half drawn', () => {
  const tool = drawBoxTool('rectangle');
  expect(
    runTool(
      tool,
      drag([
        [10, 10],
        [12, 11],
      ]),
    ).scene,
  ).toBeUndefined();
  const left = [pointer('down', [0, 0]), pointer('move', [90, 90]), { type: 'cancel' } as const];
  const run = runTool(tool, left);
  expect(run.scene).toBeUndefined();
  expect(run.commands.at(-2)).toEqual({ do: 'preview', scene: null });
  expect(run.state).toEqual({ name: 'idle' });
});
