import { env } from 'cloudflare:workers';
import { URI } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { matchTotp, TOTP_SECRET_BYTES, type TotpShape, totpSecretText, totpUri } from './totp.ts';

interface Vector {
  readonly alg: string;
  readonly seedAscii: string;
  /** Seconds since the epoch. */
  readonly unixTime: number;
  /** 8 digits, and their last 6. */
  readonly expected: string;
  readonly expected6: string;
}

const NEVER = -1;
const SEED = utf8('12345678901234567890');
/** Appendix B, SHA-1, time 1111111109 and the step after it. */
const AT = 1_111_111_109_000;
const STEP = 37_037_036;
const CODE = '081804';
const NEXT_CODE = '050471';

test('every vector of RFC 6238 holds', (context) => {
  if (env.TOTP_VECTORS === '') return context.skip('The vectors are not beside this checkout.');
  const vectors = JSON.parse(env.TOTP_VECTORS) as { readonly tests: readonly Vector[] };
  expect(vectors.tests).toHaveLength(18);
  for (const { alg, seedAscii, unixTime, expected, expected6 } of vectors.tests) {
    const algorithm = alg.toUpperCase() as TotpShape['algorithm'];
    const seed = utf8(seedAscii);
    const step = Math.floor(unixTime / 30);
    for (const code of [expected, expected6]) {
      const shape = { algorithm, digits: code.length };
      expect(matchTotp(seed, code, unixTime * 1000, NEVER, shape)).toBe(step);
      const wrong = `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;
      expect(matchTotp(seed, wrong, unixTime * 1000, NEVER, shape)).toBe(null);
    }
  }
});

describe('a code', () => {
  test('is good one step early or late, never two', () => {
    const stepMs = 30_000;
    expect(matchTotp(SEED, CODE, AT - stepMs, NEVER)).toBe(STEP);
    expect(matchTotp(SEED, CODE, AT + stepMs, NEVER)).toBe(STEP);
    expect(matchTotp(SEED, CODE, AT - 2 * stepMs, NEVER)).toBe(null);
    expect(matchTotp(SEED, CODE, AT + 2 * stepMs, NEVER)).toBe(null);
  });

  test('is spent once its step, or a later one, was used', () => {
    expect(matchTotp(SEED, CODE, AT, STEP - 1)).toBe(STEP);
    expect(matchTotp(SEED, CODE, AT, STEP)).toBe(null);
    expect(matchTotp(SEED, CODE, AT, STEP + 1)).toBe(null);
    expect(matchTotp(SEED, NEXT_CODE, AT, STEP)).toBe(STEP + 1);
  });

  test('of another length is wrong', () => {
    expect(matchTotp(SEED, '07081804', AT, NEVER)).toBe(null);
    expect(matchTotp(SEED, '81804', AT, NEVER)).toBe(null);
    expect(matchTotp(SEED, '', AT, NEVER)).toBe(null);
  });
});

test('the address for authenticator apps says what they need', () => {
  const parsed = URI.parse(totpUri(SEED, 'ana+ink@example.org'));
  expect(parsed).toMatchObject({
    issuer: 'Inkseal',
    label: 'ana+ink@example.org',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  });
  expect(parsed.secret.base32).toBe(totpSecretText(SEED));
  expect(totpSecretText(new Uint8Array(TOTP_SECRET_BYTES))).toMatch(/^A{32}$/);
});
