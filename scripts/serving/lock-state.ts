import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another server works on the same state. */
export class StateInUseError extends Error {
  constructor(stateDir: string) {
    super(`The state in ${stateDir} is in use by another server: choose another with STATE_DIR.`);
  }
}

/**
 * Keeps a second server off the same state, which could grant a view twice. The system drops the lock with
 * the process, however that ends.
 *
 * @returns a function that unlocks
 * @throws {StateInUseError}
 */
export function lockState(stateDir: string): () => void {
  const database = new DatabaseSync(resolve(stateDir, 'lock.sqlite'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch {
    database.close();
    throw new StateInUseError(stateDir);
  }
  return () => database.close();
}
