import { Secret, TOTP } from 'otpauth';
import type { Bytes } from '../../shared/crypto/bytes.ts';

/* Time-based one-time passwords (RFC 6238). Pure: no storage, no clock. */

export const TOTP_SECRET_BYTES = 20;
const STEP_SECONDS = 30;
const SKEW_STEPS = 1;
const ISSUER = 'Inkseal';

export interface TotpShape {
  readonly algorithm: 'SHA1' | 'SHA256' | 'SHA512';
  readonly digits: number;
}

/** What every authenticator app knows; many ignore what else a QR code asks for. */
const EVERY_APP: TotpShape = { algorithm: 'SHA1', digits: 6 };

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: Bytes, email: string): string {
  return codesOf(secret, EVERY_APP, email).toString();
}

/** base32 (RFC 4648) without padding, for who types it. */
export function totpSecretText(secret: Bytes): string {
  return toSecret(secret).base32;
}

/**
 * The time step whose code this is: the present one, or one beside it for clocks that differ.
 * @param now in milliseconds since the epoch
 * @param lastStep of the last code that was good; it and all before are spent
 * @returns `null` where the code is wrong, or spent
 */
export function matchTotp(
  secret: Bytes,
  code: string,
  now: number,
  lastStep: number,
  shape = EVERY_APP,
): number | null {
  const delta = codesOf(secret, shape).validate({
    token: code,
    timestamp: now,
    window: SKEW_STEPS,
  });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / STEP_SECONDS) + delta;
  return step > lastStep ? step : null;
}

function codesOf(secret: Bytes, shape: TotpShape, label = ''): TOTP {
  return new TOTP({
    ...shape,
    issuer: ISSUER,
    label,
    secret: toSecret(secret),
    period: STEP_SECONDS,
  });
}

function toSecret(secret: Bytes): Secret {
  return new Secret({ buffer: secret.slice().buffer });
}
