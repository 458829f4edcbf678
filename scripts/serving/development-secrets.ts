import { resolve } from 'node:path';
import { ROOT } from '../root.ts';
import { addMissingSecrets } from '../secrets/vars-file.ts';

/**
 * Gives `.dev.vars` a fresh value for each secret that it lacks; what it has is never changed.
 *
 * @returns the names that were added
 */
export function writeDevelopmentSecrets(): Promise<readonly string[]> {
  return addMissingSecrets(resolve(ROOT, '.dev.vars'));
}
