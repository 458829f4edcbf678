import type { Bytes } from '../crypto/bytes.ts';

/**
 * Where sealed blobs lie: this browser, a server, a folder. A store never holds what opens them, and may
 * learn of them nothing but their names and lengths.
 *
 * Each call is whole or did not happen: after a crash a blob is the old one or the new one. Calls that were
 * answered outlive the process. Every method rejects with `SealedStoreError`.
 */
export interface SealedStore {
  /** Puts `blob` in place of what is under `name`. `name` is 1 to 200 of `A-Z a-z 0-9 _ - /`. */
  put(name: string, blob: Bytes): Promise<void>;
  /** A copy of the blob, or undefined where there is none. */
  get(name: string): Promise<Bytes | undefined>;
  /** All names that begin with `prefix`, sorted by their letters' codes. */
  list(prefix: string): Promise<readonly string[]>;
  /** Nothing happens where there is none. */
  delete(name: string): Promise<void>;
}

export type SealedStoreErrorCode =
  /** There is no room for it: something must be deleted first. */
  | 'no-room'
  /** A name that no store takes. */
  | 'invalid-name'
  /** It lies in an account that is locked: somebody has to unlock it first. */
  | 'locked'
  /** The store can't be used now; trying again may help. */
  | 'unavailable';

/** The one error class of all stores; `code` is stable. */
export class SealedStoreError extends Error {
  override readonly name = 'SealedStoreError';
  readonly code: SealedStoreErrorCode;

  constructor(code: SealedStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Whether something could not be done because it lies in an account that is locked. */
export function isLocked(error: unknown): boolean {
  return error instanceof SealedStoreError && error.code === 'locked';
}

const NAME = /^[\w/-]{1,200}$/;

/** @throws {SealedStoreError} `invalid-name` */
export function checkName(name: string): void {
  if (!NAME.test(name)) throw new SealedStoreError('invalid-name', 'No store takes such a name.');
}
