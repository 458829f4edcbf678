import { AccountError, type AccountErrorCode } from './account-error.ts';

/**
 * What a server shows after a backup of it was put back, and what one that lies shows, too: nothing but a person can tell
 * which of both it is.
 */
const OF_A_BACKUP: readonly AccountErrorCode[] = [
  'manifest-older',
  'manifest-forked',
  'wrong-generation',
  'item-missing',
  'item-older',
];

/** Whether a person who knows of a restored backup may take what was refused for right. */
export function mayBeRestored(error: unknown): error is AccountError {
  return error instanceof AccountError && OF_A_BACKUP.includes(error.code);
}

/** The server shows less of an account, or something else, than this device saw: refused, unless a person says `accept`. */
export class OlderStateError<Entered> extends AccountError {
  /** base64url. */
  readonly accountId: string;
  /** Takes it for right and goes on from there. What was seen before is forgotten. */
  readonly accept: () => Promise<Entered>;

  constructor(refusal: AccountError, accountId: string, accept: () => Promise<Entered>) {
    super(refusal.code, { cause: refusal, ids: refusal.ids });
    this.accountId = accountId;
    this.accept = accept;
  }

  /** The same refusal, for an act that does more around accepting it. */
  around<Next>(act: (accept: () => Promise<Entered>) => Promise<Next>): OlderStateError<Next> {
    return new OlderStateError(this, this.accountId, () => act(this.accept));
  }
}

/** Runs `act`; what it is refused with can be accepted by `accept`, where it may come of a restored backup. */
export async function orOlder<Entered>(
  accountId: string,
  act: () => Promise<Entered>,
  accept: () => Promise<Entered>,
): Promise<Entered> {
  try {
    return await act();
  } catch (error) {
    throw mayBeRestored(error) ? new OlderStateError(error, accountId, accept) : error;
  }
}
