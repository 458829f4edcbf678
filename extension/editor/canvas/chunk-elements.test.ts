import { expect, test } from 'vitest';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../shared/scene/model/scene.ts';
import { addElements } from '../../../shared/scene/operations/add-elements.ts';
import { moveElements } from '../../../shared/scene/operations/move-elements.ts';
import { setText } from '../../../shared/scene/operations/set-text.ts';
import { CHUNK_SIZE, chunkElements } from './chunk-elements.ts';

const boxes = Array.from({ length: CHUNK_SIZE * 3 }, (_, index) =>
  makeElement('rectangle', { id: `r${index}`, x: index * 10, y: 0, width: 8, height: 8 }),
);
const scene = addElements(EMPTY_SCENE, boxes);
const everything = { x: -1000, y: -1000, width: 1e5, height: 1e5 };

test('only what is near is drawn', () => {
  const { list } = chunkElements(scene, { x: 100, y: 0, width: 20, height: 5 }, null);
  expect(list.flatMap(({ near }) => near.map(({ id }) => id))).toEqual(['r10', 'r11', 'r12']);
});

test('a change makes only its own run another one', () => {
  const before = chunkElements(scene, everything, null);
  const moved = moveElements(scene, [`r${CHUNK_SIZE + 3}`], 0, 50);
  const after = chunkElements(moved, everything, before);
  expect(after.list.map((chunk, index) => chunk === before.list[index])).toEqual([
    true,
    false,
    true,
  ]);
});

test('a line is drawn again when its label becomes wider', () => {
  const arrow = makeElement('arrow', {
    id: 'arrow',
    points: [
      [0, 0],
      [500, 0],
    ],
  });
  const label = makeElement('text', { id: 'label', text: 'a', containerId: 'arrow' });
  const base = addElements(addElements(EMPTY_SCENE, [arrow]), [...boxes, label]);
  const before = chunkElements(base, everything, null);
  const changed = setText(base, 'label', 'much longer', (text) => text.length * 10);
  expect(chunkElements(changed, everything, before).list[0]).not.toBe(before.list[0]);
});
