import { expect, it } from 'vitest';
import type { MeasureText } from '../../text/measure-text.ts';
import { readSkeletons } from './read-skeletons.ts';

const measure: MeasureText = (text, { size }) => (text.length * size) / 2;

const box = { id: 'a', type: 'rectangle', x: 0, y: 0, width: 100, height: 60 };

it('makes whole elements of skeletons, held by one another', () => {
  const { scene } = readSkeletons(
    [
      {
        ...box,
        label: { text: 'Log in', fontSize: 20, textAlign: undefined },
        roundness: { type: 3 },
      },
      { ...box, id: 'b', type: 'ellipse', y: 200 },
      {
        ...{ id: 'e', type: 'arrow', x: 50, y: 60, start: { id: 'a' }, end: { id: 'b' } },
        points: [
          [0, 0],
          [0, 140],
        ],
        label: { text: 'yes', fontSize: 16 },
      },
    ],
    measure,
  );
  const [rectangle, label, , arrow, yes] = scene.elements;
  expect(rectangle).toMatchObject({ rounded: true });
  expect(rectangle?.boundElements).toEqual([
    { id: 'a-label', type: 'text' },
    { id: 'e', type: 'arrow' },
  ]);
  // 60 wide and 25 high, in the middle of the shape.
  expect(label).toMatchObject({ containerId: 'a', textAlign: 'center', x: 20, y: 17.5, width: 60 });
  expect(arrow).toMatchObject({ height: 140, endArrowhead: 'arrow' });
  expect(arrow).toMatchObject({ startBinding: { elementId: 'a' }, endBinding: { elementId: 'b' } });
  expect(yes).toMatchObject({ text: 'yes', y: 120 });
});

it('writes a label smaller rather than break its words', () => {
  const { scene } = readSkeletons(
    [{ ...box, label: { text: 'Unbreakable', fontSize: 20 } }],
    measure,
  );
  const [, label] = scene.elements;
  expect(label).toMatchObject({ lines: null });
  expect(label?.type === 'text' && label.fontSize).toBeCloseTo(20 * (90 / 110));
});

it.each([
  ['broken', 'text'],
  ['broken', [1]],
  ['no-diagram', []],
  ['too-many-elements', Array.from({ length: 20_001 }, () => ({}))],
  ['bad-number', [{ ...box, x: 'NaN' }]],
])('refuses what is %s', (code, skeletons) => {
  expect(() => readSkeletons(skeletons, measure)).toThrow(expect.objectContaining({ code }));
});
