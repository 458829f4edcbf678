import { expect, test } from 'vitest';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../shared/scene/model/scene.ts';
import { compareScenes } from './compare-scenes.ts';

test('tells what was added, removed and changed, and what merely stayed', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => makeElement('rectangle', { id, x: 1 }));
  if (!a || !b || !c || !d) throw new Error('four were made');
  const before = { ...EMPTY_SCENE, elements: [a, b, c] };
  const after = { ...EMPTY_SCENE, elements: [{ ...c }, { ...b, x: 2 }, d] };
  expect(compareScenes(before, after)).toEqual({
    added: [d],
    removed: [a],
    changed: [{ ...b, x: 2 }],
  });
});
