import { writeExcalidraw } from '../../shared/scene/formats/excalidraw/write-excalidraw.ts';
import type { SceneElement } from '../../shared/scene/model/element.ts';
import { makeElement } from '../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../shared/scene/model/scene.ts';

/** Distances of the grid, in scene units. */
export const COLUMN = 140;
export const ROW = 90;
const COLORS = ['#ffc9c9', '#b2f2bb', '#a5d8ff', '#ffec99'];

/** A `.excalidraw` file of `count` elements in a grid: shapes, texts, lines with a head, strokes of a pen. */
export function makeSceneFile(count: number): string {
  const columns = columnsOf(count);
  const elements = Array.from({ length: count }, (_, index) =>
    makeOne(index, (index % columns) * COLUMN, Math.floor(index / columns) * ROW),
  );
  return writeExcalidraw({ ...EMPTY_SCENE, elements }).text;
}

function columnsOf(count: number): number {
  return Math.ceil(Math.sqrt(count * 1.5));
}

/** Column and row of a filled rectangle near the middle of a scene of `count` elements. */
export function findGrab(count: number): readonly [column: number, row: number] {
  const columns = columnsOf(count);
  const row = Math.floor(count / columns / 2) - 5;
  const near = row * columns + Math.floor(columns / 2) - 5;
  return [Math.ceil(near / 10) * 10 - row * columns, row];
}

function makeOne(index: number, x: number, y: number): SceneElement {
  const id = `element-${index}`;
  const box = { id, x, y, width: 100, height: 56 };
  const backgroundColor = COLORS[index % COLORS.length] ?? '';
  switch (index % 10) {
    case 5:
      return makeElement('ellipse', { ...box, backgroundColor });
    case 6:
      return makeElement('diamond', { ...box, backgroundColor });
    case 7:
      return makeElement('text', { ...box, width: 90, height: 25, text: `Text ${index}` });
    case 8:
      return makeElement('arrow', {
        ...box,
        points: [
          [0, 0],
          [100, 56],
        ],
      });
    case 9:
      return makeElement('freedraw', {
        ...box,
        points: Array.from(
          { length: 24 },
          (_, at) => [at * 4, 28 + 28 * Math.sin(at / 2)] as const,
        ),
      });
    default:
      return makeElement('rectangle', { ...box, backgroundColor, rounded: index % 2 === 0 });
  }
}
