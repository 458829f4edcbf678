import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf } from '../geometry/bounds.ts';
import { boxesMeet, uniteBoxes } from '../geometry/box.ts';
import type { Box, SceneElement } from '../model/element.ts';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { addElements } from '../operations/add-elements.ts';
import { findFaults } from '../operations/testing/find-faults.ts';
import { applyLayout } from './apply-layout.ts';
import { type Direction, describeTask, isPlacing, type LayoutKind } from './layout-task.ts';
import { placeGraph } from './place-graph.ts';
import { readGraph } from './read-graph.ts';

const layoutLayers = layoutOf('layers');
const layoutTree = layoutOf('tree');

function layoutOf(kind: LayoutKind) {
  return (scene: Scene, ids: Iterable<string>, direction: Direction): Scene => {
    const graph = readGraph(scene, ids);
    if (graph === null) return scene;
    const task = describeTask(graph, kind, direction);
    const placing: unknown = structuredClone(placeGraph(structuredClone(task)));
    if (!isPlacing(placing, task)) throw new Error('This is no placing of that graph');
    return applyLayout(scene, graph, placing);
  };
}

/** Boxes that lie on one another, and an arrow for each pair. */
function sceneOf(count: number, pairs: readonly (readonly [number, number])[]): Scene {
  const boxes = Array.from({ length: count }, (_, i) =>
    makeElement('rectangle', {
      id: `n${i}`,
      x: 30 * i,
      y: 10,
      width: 60 + 15 * (i % 4),
      height: 40 + 9 * (i % 3),
    }),
  );
  const arrows = pairs.map(([from, to], i) =>
    makeElement('arrow', {
      id: `a${i}`,
      points: [
        [0, 0],
        [1, 1],
      ],
      startBinding: { elementId: `n${from % count}`, focus: 0.3, gap: 4 },
      endBinding: { elementId: `n${to % count}`, focus: 0, gap: 4 },
    }),
  );
  return addElements(EMPTY_SCENE, [...boxes, ...arrows]);
}

function boxesOf(scene: Scene): Box[] {
  return scene.elements.filter(({ type }) => type === 'rectangle').map(boundsOf);
}

const idsOf = ({ elements }: Scene) => elements.map(({ id }: SceneElement) => id);

const graph = fc
  .record({
    count: fc.integer({ min: 2, max: 9 }),
    pairs: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 12 }),
  })
  .map(({ count, pairs }) => sceneOf(count, pairs));

test.each([
  ['layers', layoutLayers],
  ['a tree', layoutTree],
])('%s: nothing overlaps, the middle stays, arrows hold', (_, lay) => {
  fc.assert(
    fc.property(graph, fc.constantFrom('down' as const, 'right' as const), (before, direction) => {
      const scene = lay(before, idsOf(before), direction);
      const boxes = boxesOf(scene);
      for (const [i, box] of boxes.entries())
        for (const other of boxes.slice(i + 1)) expect(boxesMeet(box, other)).toBe(false);
      const middle = (all: Box[]) => {
        const { x, y, width, height } = uniteBoxes(all) as Box;
        return [x + width / 2, y + height / 2];
      };
      const [was, is] = [middle(boxesOf(before)), middle(boxes)];
      expect(Math.hypot((is[0] ?? 0) - (was[0] ?? 0), (is[1] ?? 0) - (was[1] ?? 0))).toBeLessThan(
        2,
      );
      expect(findFaults(scene)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('arrows lead down, or to the right', () => {
  const before = sceneOf(4, [
    [0, 1],
    [0, 2],
    [2, 3],
  ]);
  for (const lay of [layoutLayers, layoutTree]) {
    const [a, b, c, d] = boxesOf(lay(before, idsOf(before), 'down'));
    expect(
      a && b && c && d && a.y + a.height < b.y && a.y + a.height < c.y && c.y + c.height < d.y,
    ).toBe(true);
    const [e, f, , h] = boxesOf(lay(before, idsOf(before), 'right'));
    expect(e && f && h && e.x + e.width < f.x && f.x < h.x).toBe(true);
  }
});

test('what is not selected stays, and one shape alone too', () => {
  const before = sceneOf(3, [[0, 1]]);
  expect(layoutLayers(before, ['n0'], 'down')).toBe(before);
  const scene = layoutTree(before, ['n0', 'n1'], 'down');
  expect(scene.elements[2]).toBe(before.elements[2]);
});

test('what can not have come of a task is no placing', () => {
  const graph = readGraph(sceneOf(2, [[0, 1]]), ['n0', 'n1']);
  if (graph === null) throw new Error('There is no graph');
  const task = describeTask(graph, 'layers', 'down');
  const placing = placeGraph(task);
  expect(isPlacing(placing, task)).toBe(true);
  const bad = [
    undefined,
    null,
    {},
    { ...placing, middles: placing.middles.slice(1) },
    { ...placing, bends: [] },
    {
      ...placing,
      middles: [
        [0, Number.NaN],
        [0, 1],
      ],
    },
    {
      ...placing,
      middles: [
        [0, 1, 2],
        [0, 1],
      ],
    },
    { ...placing, bends: [[['0', 1]]] },
  ];
  for (const value of bad) expect(isPlacing(value, task)).toBe(false);
});
