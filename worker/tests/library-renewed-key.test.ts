import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readManifest } from '../../shared/account/manifest.ts';
import { type RotateRequest, rotateUserKey } from '../../shared/account/rotate-user-key.ts';
import { ForgetfulMemory } from '../../shared/account/testing/forgetful-memory.ts';
import { readKeys } from '../../shared/api/client/library/read-library.ts';
import type { LibraryTransport } from '../../shared/api/client/library/transport.ts';
import { equalBytes, randomBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { type Person, signUpSomebody } from './support/account-steps.ts';
import { libraryOf, makeDevice, transportOf } from './support/library-device.ts';
import { countBlobs, LIBRARY, makeItem, push, pushOk, readUsage } from './support/library-steps.ts';
import { makeUser, type TestUser } from './support/make-user.ts';

/* Data keys that are wrapped under a user key which the account has no more: nobody could ever open them. */

const RENEWED = { error: { code: 'user-key-renewed' } };
const LONG = 8_388_608 + 5000;

const setGeneration = ({ accountId }: TestUser, generation: number) =>
  env.DB.prepare('update accounts set generation = ? where id = ?')
    .bind(generation, accountId)
    .run();

test('a push under another user key than the present one keeps nothing, and costs no room', async () => {
  const user = await makeUser();
  const kept = makeItem();
  const { sequence } = await pushOk(user, kept);
  await setGeneration(user, 2);
  for (const generation of [1, 3]) {
    const answer = await push(user, [makeItem(), makeItem({ id: kept.id, base: 1 })], generation);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject(RENEWED);
  }
  await expect.poll(() => countBlobs(user)).toBe(1);
  expect(await readUsage(user)).toMatchObject({ used: kept.body.length, items: 1, sequence });
  expect((await push(user, [makeItem({ id: kept.id, base: 1 })], 2)).status).toBe(200);
});

test('an upload during which the user key is renewed is refused in the end, one after it at once', async () => {
  const user = await makeUser();
  const { id, wrappedKey, body } = makeItem({ size: LONG });
  const start = (generation: number) =>
    user.call(`${LIBRARY}/uploads`, {
      json: { generation, id, base: 0, size: body.length, wrappedKey },
    });
  const { upload, partLength } = (await (await start(1)).json()) as Record<string, number>;
  const path = `${LIBRARY}/uploads/${upload}`;
  const putPart = (n: number, bytes: Uint8Array<ArrayBuffer>) =>
    user.call(`${path}/parts/${n}`, { method: 'PUT', bytes });
  await putPart(1, body.subarray(0, partLength));
  await setGeneration(user, 2);
  expect((await putPart(2, body.subarray(partLength))).status).toBe(204);
  const ended = await user.call(`${path}/complete`, { method: 'POST' });
  expect([ended.status, await ended.json()]).toMatchObject([409, RENEWED]);
  expect(await countBlobs(user)).toBe(0);
  expect(await readUsage(user)).toMatchObject({ used: 0, items: 0 });
  expect(await (await start(1)).json()).toMatchObject(RENEWED);
  expect((await readUsage(user)).used).toBe(0);
  expect((await start(2)).status).toBe(201);
});

/** Another browser of the same person, which opened the account before its key was renewed. */
const elsewhere = (person: Person): Person => ({ ...person, memory: new ForgetfulMemory() });

async function renew(
  person: Person,
  listItemKeys: RotateRequest['listItemKeys'] = () =>
    readKeys(transportOf(person.tokens.accessToken)),
): Promise<Person> {
  const { user, password, memory } = person;
  const now = await readManifest(user, person.account, memory);
  const request = { password, passkeys: [], listItemKeys };
  const { account, kit } = await rotateUserKey(user, now, request, memory);
  return { ...person, account, kit };
}

test('what a device changed before it heard of the new key waits, and goes out under it', async () => {
  const person = await signUpSomebody();
  const one = await makeDevice(libraryOf(person));
  await one.mirror.library.put('a', utf8('first'));
  await one.sync();
  const two = await makeDevice(libraryOf(elsewhere(person)));
  await two.sync();

  const renewed = await renew(person);
  await two.mirror.library.put('a', utf8('worked on'));
  await two.mirror.library.put('b', utf8('new'));
  await expect(two.sync()).rejects.toMatchObject({ code: 'key-rotated' });
  expect(await two.mirror.changed()).toEqual(['a', 'b']);

  const reopened = await makeDevice(libraryOf(elsewhere(renewed)), two.disk);
  expect((await reopened.sync()).clashes).toEqual([]);
  expect(await reopened.mirror.changed()).toEqual([]);
  const fresh = await makeDevice(libraryOf(renewed));
  await fresh.sync();
  const read = async (name: string) =>
    new TextDecoder().decode(await fresh.mirror.library.get(name));
  expect([await read('a'), await read('b')]).toEqual(['worked on', 'new']);

  // Who still has the old key meets what was sealed under the new one: it is not taken for damage.
  await fresh.mirror.library.put('c', utf8('under the new key'));
  await fresh.sync();
  const behind = await makeDevice(libraryOf(person), one.disk);
  await expect(behind.sync()).rejects.toMatchObject({ code: 'key-rotated' });
});

test('a version that comes while the key is renewed is under the new key too, or was not kept', async () => {
  const person = await signUpSomebody();
  const one = await makeDevice(libraryOf(person));
  await one.mirror.library.put('a', utf8('first'));
  await one.sync();
  const transport = transportOf(person.tokens.accessToken);
  const two = await makeDevice(libraryOf(elsewhere(person)));
  await two.sync();
  let lists = 0;
  const renewed = await renew(person, async () => {
    const keys = await readKeys(transport);
    // The list is no more the whole one when it is wrapped anew.
    if (++lists === 1) {
      await two.mirror.library.put('a', utf8('in between'));
      await two.sync();
    }
    return keys;
  });
  expect(lists).toBe(2);
  const fresh = await makeDevice(libraryOf(renewed));
  await fresh.sync();
  expect(new TextDecoder().decode(await fresh.mirror.library.get('a'))).toBe('in between');
});

test('a long item whose upload the renewal overtakes goes up again under the new key', async () => {
  const person = await signUpSomebody();
  const disk = (await makeDevice(libraryOf(person))).disk;
  let renewed: Person | undefined;
  const library = libraryOf(elsewhere(person));
  const overtaken: LibraryTransport = {
    ...library.transport,
    async request(path, options) {
      const answer = await library.transport.request(path, options);
      if (path.endsWith('/parts/1')) renewed ??= await renew(person);
      return answer;
    },
  };
  const device = await makeDevice({ ...library, transport: overtaken }, disk);
  await device.sync();
  const long = new Uint8Array(LONG);
  long.set(randomBytes(60_000), LONG - 60_000);
  await device.mirror.library.put('long', long);
  await expect(device.sync()).rejects.toMatchObject({ code: 'key-rotated' });
  expect(await device.mirror.changed()).toEqual(['long']);
  if (!renewed) throw new Error('The key was not renewed');
  const again = await makeDevice(libraryOf(renewed), disk);
  await again.sync();
  const fresh = await makeDevice(libraryOf(renewed));
  await fresh.sync();
  const kept = await fresh.mirror.library.get('long');
  expect(kept && equalBytes(kept, long)).toBe(true);
});
