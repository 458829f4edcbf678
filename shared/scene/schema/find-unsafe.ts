import { SCENE_LIMITS } from './scene-limits.ts';

export interface Fault {
  /** Where in the scene: `elements.3.points.0`. Empty for the scene itself. */
  readonly path: string;
  /** What is wrong there, to stand behind the path. */
  readonly problem: string;
}

const REFUSED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A place that no honest file has: keys that change what objects are, endless nesting, numbers that are none. */
export function findUnsafe(root: unknown): Fault | null {
  return look(root, 0);
}

function look(value: unknown, depth: number): Fault | null {
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : { path: '', problem: 'is no finite number' };
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  if (depth > SCENE_LIMITS.depth) return { path: '', problem: 'is nested too deeply' };
  for (const key of Object.keys(value)) {
    if (REFUSED.has(key)) return { path: '', problem: `has the key ${key}` };
    const fault = look((value as Readonly<Record<string, unknown>>)[key], depth + 1);
    if (fault !== null) return { ...fault, path: fault.path === '' ? key : `${key}.${fault.path}` };
  }
  return null;
}
