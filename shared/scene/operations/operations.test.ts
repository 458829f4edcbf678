import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_HISTORY, record, redo, undo } from '../history/history.ts';
import type { Scene } from '../model/scene.ts';
import { arbitraryOperation, type Operation } from './testing/arbitrary-operation.ts';
import { arbitraryScene } from './testing/arbitrary-scene.ts';
import { findFaults } from './testing/find-faults.ts';

const session = fc.tuple(arbitraryScene, fc.array(arbitraryOperation, { maxLength: 12 }));
const RUNS = { numRuns: 400 };

/** The scenes after each operation, the first one before any. */
function play(start: Scene, operations: readonly Operation[]): Scene[] {
  const scenes = [start];
  for (const { apply } of operations) scenes.push(apply(scenes.at(-1) as Scene));
  return scenes;
}

test('any operations leave a scene that is consistent and has no number that is none', () => {
  fc.assert(
    fc.property(session, ([start, operations]) => {
      expect(findFaults(start)).toEqual([]);
      let scene = start;
      for (const { name, apply } of operations) {
        scene = apply(scene);
        expect(findFaults(scene), name).toEqual([]);
      }
    }),
    RUNS,
  );
});

test('any operations, undone and done again, give identical scenes', () => {
  fc.assert(
    fc.property(session, ([start, operations]) => {
      const scenes = play(start, operations);
      let history = EMPTY_HISTORY;
      let kept = [start];
      for (let i = 1; i < scenes.length; i++) {
        const after = scenes[i] as Scene;
        const recorded = record(history, { key: 'style', count: i }, kept.at(-1) as Scene, after);
        if (recorded !== history) kept = [...kept, after];
        history = recorded;
      }
      let scene = kept.at(-1) as Scene;
      for (const before of kept.slice(0, -1).reverse()) {
        const back = undo(history, scene);
        if (back === null) throw new Error('a step is missing');
        ({ history, scene } = back);
        expect(withoutFiles(scene)).toEqual(withoutFiles(before));
        expectSameElements(scene, before);
      }
      for (const after of kept.slice(1)) {
        const forth = redo(history, scene);
        if (forth === null) throw new Error('a step is missing');
        ({ history, scene } = forth);
        expect(scene).toEqual(after);
        expectSameElements(scene, after);
      }
    }),
    RUNS,
  );
});

test('an operation changes nothing that was given to it', () => {
  fc.assert(
    fc.property(session, ([start, operations]) => {
      for (const scene of play(start, operations)) deepFreeze(scene.elements);
      play(start, operations);
    }),
    { numRuns: 100 },
  );
});

/** Pictures stay when their step is undone. */
function withoutFiles({ files: _, ...rest }: Scene) {
  return rest;
}

function expectSameElements(a: Scene, b: Scene): void {
  expect(a.elements.every((element, index) => element === b.elements[index])).toBe(true);
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}
