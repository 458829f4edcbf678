import { expect, test } from 'vitest';
import { clientOf } from '../../shared/account/account-server.ts';
import { acceptManifest, readManifest } from '../../shared/account/manifest.ts';
import { OlderStateError } from '../../shared/account/older-state.ts';
import { rotateUserKey } from '../../shared/account/rotate-user-key.ts';
import { signIn } from '../../shared/account/sign-in.ts';
import type { SignedIn } from '../../shared/account/signed-in.ts';
import { ForgetfulMemory } from '../../shared/account/testing/forgetful-memory.ts';
import { readKeys } from '../../shared/api/client/library/read-library.ts';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { newDevice, type Person, signUpSomebody } from './support/account-steps.ts';
import { hostileServer, restoreSnapshot, takeSnapshot } from './support/hostile-server.ts';
import {
  type LibraryDevice,
  libraryOf,
  makeDevice,
  transportOf,
} from './support/library-device.ts';

/* The index was put back to an earlier state, the bucket was not: what Time Travel does. A person knows of it. */

const elsewhere = (person: Person): Person => ({ ...person, memory: new ForgetfulMemory() });

const text = async ({ mirror }: LibraryDevice, name: string) => {
  const blob = await mirror.library.get(name);
  return blob && new TextDecoder().decode(blob);
};

/** The person says that it is right. */
async function accept({ user, account, memory }: Person, { mirror }: LibraryDevice) {
  await mirror.rejoin();
  await acceptManifest(user, account, memory);
}

test('a restored server that a person takes for right gets back what their devices have', async () => {
  const person = await signUpSomebody();
  const there = elsewhere(person);
  const one = await makeDevice(libraryOf(person));
  for (const name of ['a', 'b', 'same']) await one.mirror.library.put(name, utf8('first'));
  await one.sync();
  const backup = await takeSnapshot();
  await one.mirror.library.put('a', utf8('worked on'));
  await one.mirror.library.put('c', utf8('new'));
  await one.mirror.library.delete('b');
  await one.sync();
  const two = await makeDevice(libraryOf(there));
  await two.sync();
  await one.mirror.library.put('d', utf8('not there yet'));
  await restoreSnapshot(backup);

  for (const device of [one, two]) {
    await expect(device.sync()).rejects.toMatchObject({ code: 'manifest-older' });
  }
  // Noted alone, it changes nothing: the state is still refused.
  await one.mirror.rejoin();
  await expect(one.sync()).rejects.toMatchObject({ code: 'manifest-older' });
  expect(await one.mirror.library.list('')).toEqual(['a', 'c', 'd', 'same']);

  await accept(person, one);
  expect(await one.sync()).toMatchObject({ clashes: [], refused: [] });
  expect(await one.mirror.changed()).toEqual([]);
  const fresh = await makeDevice(libraryOf(elsewhere(person)));
  await fresh.sync();
  // What was deleted since lies in no bucket any more: it stays gone.
  expect(await fresh.mirror.library.list('')).toEqual(['a', 'c', 'd', 'same']);
  expect([await text(fresh, 'a'), await text(fresh, 'c')]).toEqual(['worked on', 'new']);
  const { items } = await fresh.manifest.read();
  expect([...items.values()].sort()).toEqual([1, 1, 1, 1, 2]);

  // The other device saw what the first one wrote before: it is told, however much was written since.
  for (let more = 0; more < 5; more++) {
    await one.mirror.library.put('e', utf8(`more ${more}`));
    await one.sync();
  }
  await expect(two.sync()).rejects.toMatchObject({ code: 'manifest-forked' });
  expect(await two.mirror.library.list('')).toEqual(['a', 'c', 'same']);
  await accept(there, two);
  expect((await two.sync()).clashes).toEqual([]);
  expect(await two.mirror.library.list('')).toEqual(['a', 'c', 'd', 'e', 'same']);
  expect((await one.sync()).changed).toEqual([]);
});

test('where another device went on from the backup, both states are kept', async () => {
  const person = await signUpSomebody();
  const there = elsewhere(person);
  const one = await makeDevice(libraryOf(person));
  await one.mirror.library.put('a', utf8('first'));
  await one.mirror.library.put('b', utf8('first'));
  await one.sync();
  const two = await makeDevice(libraryOf(there));
  await two.sync();
  const backup = await takeSnapshot();
  await one.mirror.library.put('a', utf8('of one'));
  await one.sync();
  await restoreSnapshot(backup);
  await two.mirror.library.put('a', utf8('of two'));
  await two.mirror.library.put('b', utf8('second'));
  await two.sync();
  await two.mirror.library.put('b', utf8('third'));
  await two.sync();

  // Another history, written to more often than was seen: refused before any of it takes the place of what is here.
  await expect(one.sync()).rejects.toMatchObject({ code: 'manifest-forked' });
  expect([await text(one, 'a'), await text(one, 'b')]).toEqual(['of one', 'first']);
  await accept(person, one);
  const { clashes, changed } = await one.sync();
  expect(clashes).toMatchObject([{ name: 'a', version: 2, deleted: false }]);
  expect(changed).toEqual(['b']);
  expect([await text(one, 'a'), await text(one, 'b')]).toEqual(['of one', 'third']);
  expect(new TextDecoder().decode(await one.mirror.theirs.get('a'))).toBe('of two');
});

test('a server restored to before there was a library gets it back, key and all', async () => {
  const person = await signUpSomebody();
  const backup = await takeSnapshot();
  const one = await makeDevice(libraryOf(person));
  await one.mirror.library.put('a', utf8('first'));
  await one.sync();
  await restoreSnapshot(backup);
  await expect(one.sync()).rejects.toMatchObject({ code: 'manifest-older' });
  await accept(person, one);
  await one.sync();
  const fresh = await makeDevice(libraryOf(elsewhere(person)));
  await fresh.sync();
  expect(await text(fresh, 'a')).toBe('first');
  expect(fresh.keys.deviceKey).toEqual(one.keys.deviceKey);
});

test('signing in says so too, and goes on where the person accepts; also from before the key was renewed', async () => {
  const person = await signUpSomebody();
  const { user, account, memory, password } = person;
  const backup = await takeSnapshot();
  const now = await readManifest(user, account, memory);
  const listItemKeys = () => readKeys(transportOf(person.tokens.accessToken));
  await rotateUserKey(user, now, { password, passkeys: [], listItemKeys }, memory);
  await restoreSnapshot(backup);

  await expect(acceptManifest(user, { ...account, generation: 2 }, memory)).rejects.toMatchObject({
    code: 'wrong-generation',
  });
  const request = { email: person.email, password, device: newDevice() };
  const refused = await signIn(clientOf(hostileServer()), request, memory).catch((it) => it);
  expect(refused).toBeInstanceOf(OlderStateError);
  expect(refused).toMatchObject({ code: 'wrong-generation' });
  expect(await memory.read(account.stored.id)).toMatchObject({ generation: 2 });
  const entered = await (refused as OlderStateError<SignedIn>).accept();
  expect(entered.account.generation).toBe(1);
  expect(await memory.read(account.stored.id)).toMatchObject({ generation: 1, manifestCounter: 1 });
  await expect(readManifest(user, entered.account, memory)).resolves.toBeDefined();
});

test('nothing is accepted that is wrong whatever was seen before', async () => {
  const person = await signUpSomebody();
  const other = await signUpSomebody();
  const { account, memory, tokens } = person;
  const lies = [
    ['manifest-damaged', { manifest: other.account.stored.manifest }],
    ['manifest-damaged', { manifestCounter: 7 }],
    ['key-missing', { keys: [] }],
  ] as const;
  for (const [code, fields] of lies) {
    const server = hostileServer({ '/account': (answer) => ({ ...answer, ...fields }) });
    const accepting = acceptManifest(clientOf(server).as(tokens), account, memory);
    await expect(accepting).rejects.toMatchObject({ code });
  }
});
