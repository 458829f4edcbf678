import { describe, expect, it } from 'vitest';
import {
  derivePasswordKeys,
  deriveRecoveryKeys,
  MAX_ITERATIONS,
  MIN_ITERATIONS,
} from '../account.ts';
import { encodeBase64url } from '../base64url.ts';
import { randomBytes } from '../bytes.ts';
import { decodeManifest, encodeManifest } from '../manifest.ts';

const salt = randomBytes(16);

describe('what a server may ask of a password', () => {
  it.each([
    0,
    1,
    MIN_ITERATIONS - 1,
    MAX_ITERATIONS + 1,
    MIN_ITERATIONS + 0.5,
    2 ** 32 + MIN_ITERATIONS,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -MIN_ITERATIONS,
  ])('not %d iterations', async (iterations) => {
    const keys = derivePasswordKeys('correct horse', { salt, iterations });
    await expect(keys).rejects.toMatchObject({ code: 'invalid-kdf' });
  });

  it.each([0, 15, 17, 32])('not a salt of %i bytes', async (length) => {
    const parameters = { salt: randomBytes(length), iterations: MIN_ITERATIONS };
    const keys = derivePasswordKeys('correct horse', parameters);
    await expect(keys).rejects.toMatchObject({ code: 'invalid-kdf' });
  });

  it('the lowest accepted cost, the same for both ways to write a letter', async () => {
    const parameters = { salt, iterations: MIN_ITERATIONS };
    const composed = await derivePasswordKeys('p\u00e4ssw\u00f6rd', parameters);
    const decomposed = await derivePasswordKeys('pa\u0308sswo\u0308rd', parameters);
    expect(decomposed).toEqual(composed);
    expect(composed.auth).not.toEqual(composed.kek);
  });
});

it.each(['', '\ud800', 'x'.repeat(1025)])('refuses the password %j', async (password) => {
  const keys = derivePasswordKeys(password, { salt, iterations: MIN_ITERATIONS });
  await expect(keys).rejects.toMatchObject({ code: 'invalid-passphrase' });
});

it.each([0, 31, 33])('refuses a recovery kit of %i bytes', async (length) => {
  const keys = deriveRecoveryKeys(randomBytes(length));
  await expect(keys).rejects.toMatchObject({ code: 'invalid-key' });
});

it('a manifest keeps who wrote how many, in one order, and says nothing of it where nobody did', () => {
  const [a, b] = [encodeBase64url(randomBytes(16)), encodeBase64url(randomBytes(16))];
  const manifest = {
    generation: 1,
    kdf: { salt, iterations: MIN_ITERATIONS },
    keys: [],
    items: new Map([[a, 3]]),
    writers: new Map([
      [a, 1],
      [b, 2 ** 40],
    ]),
  };
  const written = encodeManifest(manifest);
  expect(decodeManifest(written)).toEqual(manifest);
  const reversed = { ...manifest, writers: new Map([...manifest.writers].reverse()) };
  expect(encodeManifest(reversed)).toEqual(written);
  const none = new TextDecoder().decode(encodeManifest({ ...manifest, writers: new Map() }));
  expect(none).not.toContain('writers');
  const bad = none.replace(/}$/, ',"writers":"AAAA"}');
  expect(() => decodeManifest(new TextEncoder().encode(bad))).toThrow();
});
