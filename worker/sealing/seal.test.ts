import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes, utf8 } from '../../shared/crypto/bytes.ts';
import type { Env } from '../bindings.ts';
import { environmentKeys } from './environment-keys.ts';
import { openText, sealText } from './seal.ts';

const PLACE = { purpose: 'totp', rowId: 'account-1' };
const SECRET = utf8('a seed that must not lie around');

function keysOf(keys: unknown) {
  return environmentKeys({ SEALING_KEYS: JSON.stringify(keys) } as Env);
}

function freshKey(): string {
  return encodeBase64url(randomBytes(32));
}

describe('sealed text', () => {
  test('opens in its place, and says nothing', async () => {
    const keys = keysOf({ 'k-1': freshKey() });
    const text = await sealText(keys, PLACE, SECRET);
    expect(text).toMatch(/^k-1\.[A-Za-z0-9_-]+$/);
    expect(await openText(keys, PLACE, text)).toEqual(SECRET);
    expect(await sealText(keys, PLACE, SECRET)).not.toBe(text);
  });

  test('opens nowhere else, and not once anything of it is changed', async () => {
    const key = freshKey();
    const keys = keysOf({ 'k-1': key, 'k-2': key });
    const text = await sealText(keys, PLACE, SECRET);
    for (const place of [
      { purpose: 'totp', rowId: 'account-2' },
      { purpose: 'flow', rowId: 'account-1' },
      { purpose: 'tot', rowId: 'paccount-1' },
    ]) {
      expect(await openText(keys, place, text)).toBe(null);
    }
    const last = text.endsWith('A') ? 'B' : 'A';
    const renamed = text.replace('k-1.', 'k-2.');
    for (const other of ['', '.', 'k-1.', 'k-3.x', renamed, text.slice(0, -1) + last, `${text}=`]) {
      expect(await openText(keys, PLACE, other)).toBe(null);
    }
  });

  test('is sealed under the newest key; older ones open until they are gone', async () => {
    const [first, second] = [freshKey(), freshKey()];
    const before = keysOf({ '2026-b': first });
    const text = await sealText(before, PLACE, SECRET);
    expect(text).toMatch(/^2026-b\./);
    const rotated = keysOf({ '2026-a': second, '2026-b': first });
    expect(await openText(rotated, PLACE, text)).toEqual(SECRET);
    expect(await sealText(rotated, PLACE, SECRET)).toMatch(/^2026-a\./);
    expect(await openText(keysOf({ '2026-a': second }), PLACE, text)).toBe(null);
  });
});

test('keys that are missing or unusable stop everything, and are not repeated in the error', async () => {
  const key = freshKey();
  const short = encodeBase64url(randomBytes(31));
  for (const text of [
    undefined,
    '',
    '{}',
    '[]',
    'null',
    key,
    JSON.stringify({ 'k-1': short }),
    JSON.stringify({ 'k-1': 7 }),
    JSON.stringify({ '1': key }),
    JSON.stringify({ 'k.1': key }),
    JSON.stringify({ 'k-1': key, 'k-2': short }),
  ]) {
    const keys = environmentKeys({ SEALING_KEYS: text } as unknown as Env);
    const error = await sealText(keys, PLACE, SECRET).catch((failure) => failure);
    expect(error).toMatchObject({ code: 'unavailable', detail: { part: 'sealing-keys' } });
    expect(String(error)).not.toContain(key);
  }
});
