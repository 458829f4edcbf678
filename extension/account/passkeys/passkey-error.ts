/**
 * Why nothing came of a passkey: `refused` by the person, the device or by time; `known` on this device already;
 * `no-secret`: its device has none that could unlock.
 */
export class PasskeyError extends Error {
  override readonly name = 'PasskeyError';
  readonly code: 'refused' | 'known' | 'no-secret';

  constructor(code: PasskeyError['code'], options?: ErrorOptions) {
    super(`Nothing came of the passkey: ${code}`, options);
    this.code = code;
  }
}
