import { expect, test, vi } from 'vitest';
import { randomBytes, utf8 } from '../../crypto/bytes.ts';
import { HardwareKeys, HardwareStore } from '../hardware-store.ts';
import { MemoryStore } from './memory-store.ts';
import { SEALED_STORE_CASES } from './sealed-store-cases.ts';

test.each(SEALED_STORE_CASES)('a store under hardware $title', async ({ run }) => {
  const secret = randomBytes(32);
  await run(new HardwareStore(new MemoryStore(), new HardwareKeys(async () => secret)));
});

test('what lies in it shows nothing, and opens under no other hardware', async () => {
  const inner = new MemoryStore();
  const secret = randomBytes(32);
  const keys = new HardwareKeys(async () => secret);
  await new HardwareStore(inner, keys).put('a', utf8('a plain word'));
  expect(Buffer.from((await inner.get('a')) ?? []).includes('plain')).toBe(false);
  const other = new HardwareStore(inner, new HardwareKeys(async () => randomBytes(32)));
  await expect(other.get('a')).rejects.toMatchObject({ code: 'unavailable' });
  await inner.put('b', (await inner.get('a')) ?? new Uint8Array());
  const moved = new HardwareStore(inner, keys).get('b');
  await expect(moved).rejects.toMatchObject({ code: 'unavailable' });
});

test('asks once for all that waits, again after it was locked, and again after a no', async () => {
  const secret = randomBytes(32);
  const ask = vi.fn(async () => secret);
  const keys = new HardwareKeys(ask);
  const store = new HardwareStore(new MemoryStore(), keys);
  await Promise.all(['a', 'b', 'c'].map((name) => store.put(name, utf8(name))));
  expect(ask).toHaveBeenCalledTimes(1);
  keys.lock();
  ask.mockRejectedValueOnce(new Error('the person said no'));
  await expect(store.get('a')).rejects.toMatchObject({ code: 'unavailable' });
  expect(await store.get('a')).toEqual(utf8('a'));
  expect(ask).toHaveBeenCalledTimes(3);
});
