/** Stable codes of everything that `shared/crypto` refuses. */
export type CryptoErrorCode =
  /** An envelope, a padding or a wrapped key that does not open, whatever the reason. */
  | 'cannot-open'
  /** Text that is not canonical unpadded base64url, or of the wrong length. */
  | 'invalid-encoding'
  /** Text that holds no well-formed share link. */
  | 'invalid-link'
  /** A passphrase that is empty, too long or not well-formed Unicode. */
  | 'invalid-passphrase'
  /** A key of the wrong length, or a public key that is not an uncompressed point of the curve. */
  | 'invalid-key'
  /** Key derivation parameters outside the accepted range. */
  | 'invalid-kdf'
  /** Items, names or notes that a share cannot carry. */
  | 'invalid-content';

/** The one error class of `shared/crypto`; `code` is stable, `message` is one sentence for a person. */
export class CryptoError extends Error {
  override readonly name = 'CryptoError';
  readonly code: CryptoErrorCode;

  constructor(code: CryptoErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Everything that does not open fails with this, so that a caller can't tell why. */
export function cannotOpen(): CryptoError {
  return new CryptoError(
    'cannot-open',
    'This could not be opened: it is damaged or the key does not fit.',
  );
}
