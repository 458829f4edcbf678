import type { Scene } from '../model/scene.ts';
import { applyPatch, diffScenes, invertPatch, isEmptyPatch, type Patch } from './patch.ts';
import type { StepName } from './step-name.ts';

/** One step that can be undone. */
export interface Step {
  readonly name: StepName;
  /** Leads from the scene before the step to the one after it. */
  readonly patch: Patch;
}

/** The steps of a session: the last of `done` is undone next, the last of `undone` done again next. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** Remembers the step from `before` to `after`. Where nothing changed, the history stays the same. */
export function record(history: History, name: StepName, before: Scene, after: Scene): History {
  const patch = diffScenes(before, after);
  if (isEmptyPatch(patch)) return history;
  return { done: [...history.done, { name, patch }], undone: [] };
}

/**
 * As `record`, but makes one step of it and the last one where both have the same name and nothing was undone
 * in between: for presses of an arrow key, or a slider that is dragged.
 */
export function recordOn(history: History, name: StepName, before: Scene, after: Scene): History {
  const last = history.done.at(-1);
  const goesOn =
    last !== undefined &&
    history.undone.length === 0 &&
    last.name.key === name.key &&
    last.name.count === name.count;
  if (!goesOn) return record(history, name, before, after);
  const first = applyPatch(before, invertPatch(last.patch));
  return record({ done: history.done.slice(0, -1), undone: [] }, name, first, after);
}

export interface Moved {
  readonly history: History;
  readonly scene: Scene;
  readonly name: StepName;
}

/** `scene` before its last step, or null where there is none. */
export function undo(history: History, scene: Scene): Moved | null {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    scene: applyPatch(scene, invertPatch(step.patch)),
    name: step.name,
  };
}

/** `scene` after the step that was undone last, or null where there is none. */
export function redo(history: History, scene: Scene): Moved | null {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  return {
    history: { done: [...history.done, step], undone: history.undone.slice(0, -1) },
    scene: applyPatch(scene, step.patch),
    name: step.name,
  };
}
