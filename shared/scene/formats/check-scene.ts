import type { Scene } from '../model/scene.ts';
import { repairLinks } from '../operations/repair-links.ts';
import { validateScene } from '../schema/validate-scene.ts';
import { ReadError } from './read-result.ts';

/**
 * `value` as a scene, with its links mended, as every scene from outside goes in.
 * @throws {ReadError} `newer-version`, `broken` with the place of the fault
 */
export function checkScene(value: unknown): Scene {
  const result = validateScene(value);
  if (result.ok) return repairLinks(result.scene);
  const { code, path, problem } = result;
  throw new ReadError(
    code === 'newer-version' ? 'newer-version' : 'broken',
    `${path} ${problem}`.trim(),
  );
}
