import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';

const PATH = resolve(ROOT, '.dev.vars');

/** Each secret of the Worker that a development server makes for itself: 32 random bytes, base64url. */
const NAMES = ['ADDRESS_KEY'];

/**
 * Writes `.dev.vars` with fresh secrets when there is none yet.
 *
 * @returns true when the file was written now
 */
export async function writeDevelopmentSecrets(): Promise<boolean> {
  const lines = NAMES.map((name) => `${name}=${randomBytes(32).toString('base64url')}\n`);
  try {
    await writeFile(PATH, lines.join(''), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
