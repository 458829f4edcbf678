import type * as z from 'zod/mini';
import type { SceneElement } from '../model/element.ts';
import { SCENE_VERSION, type Scene } from '../model/scene.ts';
import { ELEMENT_SCHEMAS } from './element-schema.ts';
import { type Fault, findUnsafe } from './find-unsafe.ts';
import { asScene, sceneSchema } from './scene-schema.ts';

export type ValidatedScene =
  | { readonly ok: true; readonly scene: Scene }
  | ({ readonly ok: false; readonly code: 'newer-version' | 'broken-file' } & Fault);

/**
 * `value` as a scene. What it isn't allowed to be is said with its place; a file of a version that is still to
 * come is told from a broken one. Ids that occur twice are refused; bindings without their counterpart are not:
 * `repairLinks` mends them.
 */
export function validateScene(value: unknown): ValidatedScene {
  const version = versionOf(value);
  if (typeof version === 'number' && version > SCENE_VERSION)
    return {
      ok: false,
      code: 'newer-version',
      path: 'version',
      problem: `is ${version}; this Inkseal reads up to ${SCENE_VERSION}`,
    };
  const broken = (fault: Fault): ValidatedScene => ({ ok: false, code: 'broken-file', ...fault });
  const unsafe = findUnsafe(value);
  if (unsafe !== null) return broken(unsafe);
  const read = sceneSchema.safeParse(value);
  if (!read.success) return broken(faultOf(read.error));
  const elements: SceneElement[] = [];
  for (const [index, element] of read.data.elements.entries()) {
    const whole = ELEMENT_SCHEMAS[element.type].safeParse(element);
    if (!whole.success) return broken(faultOf(whole.error, 'elements', index));
    elements.push(whole.data);
  }
  const scene = asScene({ ...read.data, elements });
  const twice = findDouble(scene);
  return twice === null ? { ok: true, scene } : broken(twice);
}

/** The first fault. @param above where in the scene the value lies that was looked at */
function faultOf({ issues: [issue] }: z.core.$ZodError, ...above: PropertyKey[]): Fault {
  return {
    path: [...above, ...(issue?.path ?? [])].join('.'),
    problem: issue?.message ?? 'is broken',
  };
}

function versionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'version' in value
    ? value.version
    : undefined;
}

function findDouble({ elements }: Scene): Fault | null {
  const seen = new Set<string>();
  for (const [index, { id }] of elements.entries()) {
    if (seen.has(id)) return { path: `elements.${index}.id`, problem: 'occurs twice' };
    seen.add(id);
  }
  return null;
}
