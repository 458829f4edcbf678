import { expect, test } from 'vitest';
import { KEY_BYTES, type ObjectId, type SymmetricKey } from '../../crypto/brand.ts';
import { randomBytes, utf8 } from '../../crypto/bytes.ts';
import { wrapUnder } from '../key-wrapper.ts';
import { getObject, putObject, type Vault, type VaultObject } from '../vault.ts';
import { MemoryStore } from './memory-store.ts';

const newVault = (): Vault => ({
  store: new MemoryStore(),
  keys: wrapUnder(randomBytes(KEY_BYTES) as SymmetricKey),
});
const newObject = (name: string): VaultObject => ({
  name,
  role: 'vault-item',
  id: randomBytes(16) as ObjectId,
});

test('an object comes back with its version, and its text is nowhere in the store', async () => {
  const vault = newVault();
  const object = newObject('a');
  await putObject(vault, object, 7, utf8('a plain word'));
  const opened = await getObject(vault, object);
  expect(opened?.version).toBe(7);
  expect(new TextDecoder().decode(opened?.data)).toBe('a plain word');
  const blob = await vault.store.get('a');
  expect(Buffer.from(blob ?? []).includes('plain')).toBe(false);
  expect(await getObject(vault, newObject('b'))).toBeUndefined();
});

test('each version has a key of its own', async () => {
  const vault = newVault();
  const object = newObject('a');
  const wrapped = async () => (await vault.store.get('a'))?.slice(10, 121).join();
  await putObject(vault, object, 1, utf8('x'));
  const first = await wrapped();
  await putObject(vault, object, 2, utf8('x'));
  expect(await wrapped()).not.toBe(first);
});

test('nothing opens as another object, role, version, place or under other keys', async () => {
  const vault = newVault();
  const object = newObject('a');
  await putObject(vault, object, 1, utf8('x'));
  const blob = (await vault.store.get('a')) ?? new Uint8Array();
  await vault.store.put('b', blob);
  const refused = { code: 'cannot-open' };
  await expect(getObject(vault, { ...object, name: 'b' })).rejects.toMatchObject(refused);
  await expect(getObject(vault, { ...object, role: 'scene' })).rejects.toMatchObject(refused);
  await expect(getObject(vault, { ...newObject('a') })).rejects.toMatchObject(refused);
  await expect(getObject({ ...newVault(), store: vault.store }, object)).rejects.toMatchObject(
    refused,
  );
  for (const at of [7, 9, 30, blob.length - 1]) {
    const changed = blob.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await vault.store.put('a', changed);
    await expect(getObject(vault, object)).rejects.toMatchObject(refused);
  }
  await vault.store.put('a', blob.slice(0, 5));
  await expect(getObject(vault, object)).rejects.toMatchObject(refused);
});
