import { expect, test } from 'vitest';
import { findElement } from '../model/index-elements.ts';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { addElements } from './add-elements.ts';
import { moveElements } from './move-elements.ts';
import { removeElements } from './remove-elements.ts';
import { boundScene } from './testing/bound-scene.ts';

test('what is added is bound on both sides, routed and labelled', () => {
  const scene = boundScene();
  expect(findElement(scene, 'a')?.boundElements).toEqual([
    { id: 'ab', type: 'arrow' },
    { id: 'la', type: 'text' },
  ]);
  expect(findElement(scene, 'ab')).toMatchObject({ x: 104, y: 30, width: 192 });
  expect(findElement(scene, 'la')).toMatchObject({ x: 40, y: 17.5 });
  expect(findElement(scene, 'lab')).toMatchObject({ x: 195, y: 17.5 });
});

test('a moved shape takes its label and the end of its arrow with it; the rest stays as it was', () => {
  const before = boundScene();
  const scene = moveElements(before, ['b'], 100, 0);
  expect(findElement(scene, 'ab')).toMatchObject({ x: 104, width: 292 });
  expect(findElement(scene, 'lab')).toMatchObject({ x: 245 });
  expect(findElement(scene, 'a')).toBe(findElement(before, 'a'));
  expect(findElement(scene, 'la')).toBe(findElement(before, 'la'));
});

test('an arrow that is dragged away lets go', () => {
  const scene = moveElements(boundScene(), ['ab'], 0, 50);
  expect(findElement(scene, 'ab')).toMatchObject({ startBinding: null, endBinding: null, y: 80 });
  expect(findElement(scene, 'b')?.boundElements).toEqual([]);
});

test('a removed shape takes its label with it and frees its arrow', () => {
  const scene = removeElements(boundScene(), ['a']);
  expect(scene.elements.map(({ id }) => id)).toEqual(['b', 'ab', 'lab']);
  expect(findElement(scene, 'ab')).toMatchObject({ startBinding: null, x: 104, width: 192 });
  expect(findElement(removeElements(scene, ['ab']), 'b')?.boundElements).toEqual([]);
});

test('a binding to what does not exist is refused', () => {
  const scene = addElements(EMPTY_SCENE, [
    makeElement('arrow', {
      id: 'x',
      points: [
        [0, 0],
        [9, 9],
      ],
      endBinding: { elementId: 'none', focus: 0, gap: 1 },
      frameId: 'none',
      boundElements: [{ id: 'ghost', type: 'text' }],
    }),
  ]);
  expect(findElement(scene, 'x')).toMatchObject({
    endBinding: null,
    frameId: null,
    boundElements: [],
  });
});
