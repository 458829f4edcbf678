/** The account is locked: somebody has to unlock it first. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}
