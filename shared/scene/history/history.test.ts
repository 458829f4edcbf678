import { expect, test } from 'vitest';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { addElements } from '../operations/add-elements.ts';
import { moveElements } from '../operations/move-elements.ts';
import { orderElements } from '../operations/order-elements.ts';
import { removeElements } from '../operations/remove-elements.ts';
import { EMPTY_HISTORY, record, recordOn, redo, undo } from './history.ts';
import { diffScenes } from './patch.ts';

function sceneOf(count: number): Scene {
  return addElements(
    EMPTY_SCENE,
    Array.from({ length: count }, (_, i) =>
      makeElement('rectangle', { id: `r${i}`, x: i * 10, width: 8, height: 8 }),
    ),
  );
}

test('a step undone and redone gives the very same elements', () => {
  const before = sceneOf(5);
  const after = moveElements(before, ['r1', 'r3'], 5, 5);
  const history = record(EMPTY_HISTORY, { key: 'move', count: 2 }, before, after);
  const back = undo(history, after);
  expect(back?.scene).toEqual(before);
  expect(back?.scene.elements[1]).toBe(before.elements[1]);
  expect(back?.name).toEqual({ key: 'move', count: 2 });
  const forth = redo(back?.history ?? EMPTY_HISTORY, back?.scene ?? before);
  expect(forth?.scene).toEqual(after);
  expect(forth?.scene.elements[3]).toBe(after.elements[3]);
});

test('what changed nothing is no step, and a new step ends what could be redone', () => {
  const before = sceneOf(2);
  const name = { key: 'move', count: 1 } as const;
  expect(record(EMPTY_HISTORY, name, before, moveElements(before, ['r0'], 0, 0))).toBe(
    EMPTY_HISTORY,
  );
  const after = moveElements(before, ['r0'], 1, 0);
  const undone = undo(record(EMPTY_HISTORY, name, before, after), after);
  if (undone === null) throw new Error('nothing undone');
  const again = record(undone.history, name, undone.scene, moveElements(before, ['r1'], 1, 0));
  expect(again.undone).toEqual([]);
  expect(undo(EMPTY_HISTORY, before)).toBeNull();
  expect(redo(again, before)).toBeNull();
});

test('steps that go on become one', () => {
  const name = { key: 'move', count: 1 } as const;
  let history = EMPTY_HISTORY;
  const start = sceneOf(2);
  let scene = start;
  for (let i = 0; i < 4; i++) {
    const after = moveElements(scene, ['r0'], 1, 0);
    history = recordOn(history, name, scene, after);
    scene = after;
  }
  expect(history.done).toHaveLength(1);
  expect(undo(history, scene)?.scene).toEqual(start);
});

test('a patch is as small as the change, in a big scene too', () => {
  const before = sceneOf(5000);
  const toFront = diffScenes(before, orderElements(before, ['r7'], 'front'));
  expect([toFront.removed.length, toFront.inserted.length, toFront.changed.length]).toEqual([
    1, 1, 0,
  ]);
  const gone = diffScenes(before, removeElements(before, ['r0', 'r4999']));
  expect([gone.removed.length, gone.inserted.length, gone.changed.length]).toEqual([2, 0, 0]);
});
