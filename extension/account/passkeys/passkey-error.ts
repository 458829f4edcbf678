/** Why a passkey did not come about: `refused` by the person, the device or by time; `known` on this device already. */
export class PasskeyError extends Error {
  override readonly name = 'PasskeyError';
  readonly code: 'refused' | 'known';

  constructor(code: PasskeyError['code'], options?: ErrorOptions) {
    super(`The passkey was ${code}`, options);
    this.code = code;
  }
}
