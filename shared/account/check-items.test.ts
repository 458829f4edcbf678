import { expect, test } from 'vitest';
import { ACCOUNT_SALT_BYTES } from '../crypto/account.ts';
import { randomBytes } from '../crypto/bytes.ts';
import type { Manifest } from '../crypto/manifest.ts';
import { checkItems, nameItems } from './check-items.ts';

const manifest: Manifest = {
  generation: 1,
  kdf: { salt: randomBytes(ACCOUNT_SALT_BYTES), iterations: 600_000 },
  keys: [],
  items: new Map([
    ['a', 1],
    ['b', 4],
  ]),
  writers: new Map(),
};

test('more and newer items are right', () => {
  checkItems(manifest, [
    { id: 'c', version: 1 },
    { id: 'b', version: 5 },
    { id: 'a', version: 1 },
  ]);
});

test('a missing and an older item are named', () => {
  expect(() => checkItems(manifest, [{ id: 'b', version: 4 }])).toThrow(
    expect.objectContaining({ code: 'item-missing', ids: ['a'] }),
  );
  const older = [
    { id: 'a', version: 1 },
    { id: 'b', version: 3 },
  ];
  expect(() => checkItems(manifest, older)).toThrow(
    expect.objectContaining({ code: 'item-older', ids: ['b'] }),
  );
});

test('items are named, raised, never lowered, and taken out', () => {
  const changes = new Map([
    ['a', undefined],
    ['b', 3],
    ['c', 1],
  ]);
  expect([...nameItems(manifest, changes).items]).toEqual([
    ['b', 4],
    ['c', 1],
  ]);
  expect(manifest.items.size).toBe(2);
});
