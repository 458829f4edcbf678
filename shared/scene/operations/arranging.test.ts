import { expect, test } from 'vitest';
import { findElement } from '../model/index-elements.ts';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { addElements } from './add-elements.ts';
import { alignElements } from './align-elements.ts';
import { copyElements } from './copy-elements.ts';
import { distributeElements } from './distribute-elements.ts';
import { duplicateElements } from './duplicate-elements.ts';
import { renameFrame, setFrame, settleInFrames } from './frames.ts';
import { expandToGroups, groupElements, ungroupElements } from './group-elements.ts';
import { moveElements } from './move-elements.ts';
import { orderElements } from './order-elements.ts';
import { removeElements } from './remove-elements.ts';
import { setLocked } from './set-locked.ts';
import { setStyle } from './set-style.ts';
import { setText } from './set-text.ts';
import { restartSteps } from './steps.ts';
import { measureEvenly } from './testing/arbitrary-operation.ts';
import { boundScene } from './testing/bound-scene.ts';

const idsOf = ({ elements }: Scene) => elements.map(({ id }) => id).join('');

function row(...places: number[]): Scene {
  return addElements(
    EMPTY_SCENE,
    places.map((x, i) =>
      makeElement('rectangle', { id: 'abcdef'[i] as string, x, y: x, width: 10, height: 10 }),
    ),
  );
}

test('order: front, back, forward, backward', () => {
  const scene = row(0, 1, 2, 3);
  expect(idsOf(orderElements(scene, ['a', 'c'], 'front'))).toBe('bdac');
  expect(idsOf(orderElements(scene, ['c'], 'back'))).toBe('cabd');
  expect(idsOf(orderElements(scene, ['a', 'b'], 'forward'))).toBe('cabd');
  expect(idsOf(orderElements(scene, ['b', 'd'], 'backward'))).toBe('badc');
  expect(orderElements(scene, ['d'], 'front')).toBe(scene);
});

test('groups nest, come together, and align as one', () => {
  const inner = groupElements(row(0, 20, 50), ['a', 'c'], 'g');
  expect(idsOf(inner)).toBe('bac');
  expect(expandToGroups(inner, ['a']).join('')).toBe('ac');
  const outer = groupElements(inner, ['a', 'b', 'c'], 'h');
  expect(expandToGroups(outer, ['b']).join('')).toBe('bac');
  expect(expandToGroups(ungroupElements(outer, ['b']), ['a']).join('')).toBe('ac');
  const aligned = alignElements(inner, ['a', 'b', 'c'], 'right');
  expect(aligned.elements.map(({ x }) => x)).toEqual([50, 0, 50]);
});

test('gaps are made equal, the outermost stay', () => {
  const spread = distributeElements(row(0, 12, 100), ['a', 'b', 'c'], 'horizontal');
  expect(spread.elements.map(({ x }) => x)).toEqual([0, 50, 100]);
});

test('what is locked neither moves nor goes nor changes', () => {
  const scene = setLocked(row(0, 20), ['a'], true);
  expect(moveElements(scene, ['a'], 5, 5)).toBe(scene);
  expect(removeElements(scene, ['a'])).toBe(scene);
  expect(setStyle(scene, ['a'], { strokeColor: '#e03131' }, measureEvenly)).toBe(scene);
});

test('a copy is bound among itself only, under new ids', () => {
  const scene = boundScene();
  let next = 0;
  const { scene: after, copies } = duplicateElements(
    scene,
    ['a', 'ab'],
    10,
    10,
    () => `n${next++}`,
  );
  expect([...copies.keys()].sort()).toEqual(['a', 'ab', 'la', 'lab']);
  expect(findElement(after, copies.get('ab') ?? '')).toMatchObject({
    startBinding: { elementId: copies.get('a') },
    endBinding: null,
  });
  expect(findElement(after, 'a')).toBe(findElement(scene, 'a'));
  expect(new Set(copyElements(scene.elements).map(({ id }) => id)).size).toBe(5);
});

test('frames take their children along, and let go of what is moved out', () => {
  const frame = makeElement('frame', { id: 'f', x: -10, y: -10, width: 100, height: 100 });
  const scene = settleInFrames(addElements(row(0, 20, 500), [frame]), ['a', 'b', 'c']);
  expect(scene.elements.map(({ frameId }) => frameId)).toEqual(['f', 'f', null, null]);
  const moved = moveElements(scene, ['f'], 7, 0);
  expect(moved.elements.map(({ x }) => x)).toEqual([7, 27, 500, -3]);
  expect(settleInFrames(moveElements(moved, ['a'], 900, 0), ['a']).elements[0]?.frameId).toBeNull();
  expect(removeElements(scene, ['f']).elements.map(({ frameId }) => frameId)).toEqual([
    null,
    null,
    null,
  ]);
  expect(setFrame(scene, ['f'], 'f')).toBe(scene);
  expect(renameFrame(scene, 'f', ' Page ').elements.at(-1)).toMatchObject({ name: 'Page' });
});

test('steps are counted anew when one goes, and from where one says so', () => {
  const scene = addElements(
    EMPTY_SCENE,
    ['a', 'b', 'c', 'd'].map((id) => makeElement('step', { id })),
  );
  const numbers = (after: Scene) =>
    after.elements.map((element) => (element.type === 'step' ? element.number : null));
  expect(numbers(removeElements(scene, ['b']))).toEqual([1, 2, 3]);
  const restarted = restartSteps(scene, 'c', 10);
  expect(numbers(restarted)).toEqual([1, 2, 10, 11]);
  expect(numbers(restartSteps(restarted, 'c', null))).toEqual([1, 2, 3, 4]);
});

test('a written text is measured, and an emptied one goes', () => {
  const scene = boundScene();
  const written = setText(scene, 'la', 'a long label here', measureEvenly);
  expect(findElement(written, 'la')).toMatchObject({ lines: ['a long', 'label', 'here'] });
  expect(findElement(written, 'a')).toMatchObject({ height: 85 });
  const emptied = setText(written, 'la', ' ', measureEvenly);
  expect(findElement(emptied, 'la')).toBeUndefined();
  expect(findElement(emptied, 'a')?.boundElements).toEqual([{ id: 'ab', type: 'arrow' }]);
});

test('a style reaches labels, and only what has it', () => {
  const styled = setStyle(
    boundScene(),
    ['a'],
    { strokeColor: '#e03131', fontSize: 10, endArrowhead: null },
    measureEvenly,
  );
  expect(findElement(styled, 'a')).toMatchObject({ strokeColor: '#e03131' });
  expect(findElement(styled, 'a')).not.toHaveProperty('endArrowhead');
  expect(findElement(styled, 'la')).toMatchObject({ strokeColor: '#e03131', fontSize: 10 });
});
