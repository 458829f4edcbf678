/** Why a client refuses; each has one sentence for a person. */
const MESSAGES = {
  /* What the person can mend. */
  'wrong-password': 'The password is wrong.',
  'wrong-kit': 'This recovery kit does not open this account.',
  'wrong-passkey': 'This passkey does not unlock this account.',
  'key-rotated':
    'The key of this account was renewed on another device: unlock again with the password.',
  'password-kept':
    'The server did not answer, and the password was not changed: the old one holds. Try again.',
  'password-uncertain':
    'The server did not answer, so either password may hold now. Change it once more when it is back: what holds is found out then.',
  conflict: 'Another device keeps changing this account: try again in a moment.',

  /* What no honest server does. Nothing of the password was sent, or what came was thrown away. */
  'invalid-answer': 'The server answered something that no honest server would.',
  'kdf-unsafe':
    'The server asks to protect the password so little, or so much, that this is refused.',
  'kdf-lowered':
    'The server asks to protect the password less than this account is known to. Nothing was sent.',
  'kdf-changed': 'The server names another cost of the password than this account has.',
  'salt-changed':
    'The server names another salt for the password than this account has, which never changes.',
  'account-swapped': 'The server answers with another account than this device knows.',
  'user-key-damaged':
    'The server accepted the password, but the key it keeps for this account does not open with it.',
  'wrong-generation':
    'The server shows an older key of this account than is known, or one that does not fit the rest.',
  'manifest-damaged': 'The list of what belongs to this account does not open: it was changed.',
  'manifest-older':
    'The server shows an older state of this account than was seen: something was put back.',
  'manifest-forked':
    'The server shows another state of this account than was seen: two histories exist of it.',
  'key-swapped': 'The server shows a key that does not belong to this account.',
  'key-missing': 'The server leaves out a key of this account.',
  'item-missing': 'The server leaves out something that is kept in this account.',
  'item-older': 'The server shows an older version of something than this account has.',
} as const;

export type AccountErrorCode = keyof typeof MESSAGES;

/** The one error class of `shared/account`; `code` is stable, `message` is one sentence for a person. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
  readonly code: AccountErrorCode;
  /** base64url ids of what is missing, swapped or older. */
  readonly ids: readonly string[];

  constructor(
    code: AccountErrorCode,
    options: ErrorOptions & { readonly ids?: readonly string[] } = {},
  ) {
    super(MESSAGES[code], options);
    this.code = code;
    this.ids = options.ids ?? [];
  }
}

/** Runs `work`; whatever it fails with becomes an `AccountError` of that code. */
export async function orRefuse<T>(code: AccountErrorCode, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof AccountError ? cause : new AccountError(code, { cause });
  }
}
