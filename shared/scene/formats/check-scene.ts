import type { Scene } from '../model/scene.ts';
import { repairLinks } from '../operations/repair-links.ts';
import { validateScene } from '../schema/validate-scene.ts';
import { READ_LIMITS } from './read-limits.ts';
import { ReadError } from './read-result.ts';

/** `value` as a scene. @throws {ReadError} `broken` with what is wrong and where, `newer-version`, `too-many-elements` */
export function checkScene(value: Readonly<Record<string, unknown>>): Scene {
  const { elements } = value;
  if (Array.isArray(elements) && elements.length > READ_LIMITS.elements)
    throw new ReadError('too-many-elements');
  const result = validateScene(value);
  if (result.ok) return repairLinks(result.scene);
  if (result.code === 'newer-version') throw new ReadError('newer-version');
  throw new ReadError('broken', `${result.path} ${result.problem}`.trim());
}
