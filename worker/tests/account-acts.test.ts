import { expect, test } from 'vitest';
import { clientOf } from '../../shared/account/account-server.ts';
import { changePassword } from '../../shared/account/change-password.ts';
import { nameItems } from '../../shared/account/check-items.ts';
import { renewKit } from '../../shared/account/kit.ts';
import { readManifest, updateManifest } from '../../shared/account/manifest.ts';
import { wrapForPasskey } from '../../shared/account/passkey-wrap.ts';
import { type RecoverRequest, recover } from '../../shared/account/recover.ts';
import { rotateUserKey } from '../../shared/account/rotate-user-key.ts';
import { ForgetfulMemory } from '../../shared/account/testing/forgetful-memory.ts';
import { unlock, unlockWithPasskey } from '../../shared/account/unlock.ts';
import { requestCode } from '../../shared/api/client/accounts/sign-in.ts';
import { readKeys } from '../../shared/api/client/library/read-library.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { equalBytes, randomBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { readKit } from '../../shared/crypto/recovery-kit.ts';
import { signParts, verifyParts } from '../../shared/crypto/signing.ts';
import {
  enterAs,
  enteredBy,
  newDevice,
  type Person,
  signUpSomebody,
} from './support/account-steps.ts';
import { hostileServer } from './support/hostile-server.ts';
import { libraryOf, makeDevice, transportOf } from './support/library-device.ts';
import { readCode } from './support/read-mail.ts';

/* What a person does with an account, from the client's keys to the server's rows. */

async function askForRecovery({ email }: Person): Promise<string> {
  await requestCode(hostileServer(), { email, purpose: 'recovery' });
  return readCode(email);
}

/** With a code that was asked for; the same one is good for several tries. */
async function recoverWith(
  { email, memory }: Person,
  code: string,
  kit: readonly string[],
  newPassword: string,
) {
  const reading = await readKit(kit.join(' '));
  if (!reading.ok) throw new Error('The kit can’t be read');
  const device = newDevice();
  const request: RecoverRequest = { email, code, kit: reading.kit, newPassword, device };
  return recover(clientOf(hostileServer()), request, memory);
}

const itemId = () => encodeBase64url(randomBytes(16));

test('an account opens on another device with the same keys, and offline from what was kept', async () => {
  const first = await signUpSomebody();
  const memory = new ForgetfulMemory();
  const second = await enterAs(first, memory);
  expect(equalBytes(second.account.userKey, first.account.userKey)).toBe(true);
  const parts = [utf8('from one device to the other')];
  const signature = await signParts(first.account.signing, 'test', parts);
  expect(await verifyParts(second.account.signing, 'test', parts, signature)).toBe(true);
  const { stored } = second.account;
  const offline = await unlock(stored, first.password, memory);
  expect(equalBytes(offline.userKey, first.account.userKey)).toBe(true);
  const wrong = unlock(stored, `${first.password}!`, memory);
  await expect(wrong).rejects.toMatchObject({ code: 'wrong-password' });
  // A copy that lags behind what this device saw opens still: it is the device's own.
  const changes = new Map([[itemId(), 1]]);
  await updateManifest(second.user, second.account, (it) => nameItems(it, changes), memory);
  const lagging = await unlock(stored, first.password, memory);
  expect(lagging.manifest.items.size).toBe(0);
});

test('two devices name items at once: none is lost', async () => {
  const first = await signUpSomebody();
  const second = { ...first, memory: new ForgetfulMemory() };
  await readManifest(second.user, second.account, second.memory);
  const ids = Array.from({ length: 4 }, itemId);
  const adding = ids.map((id, index) => {
    const { user, account, memory } = index % 2 === 0 ? first : second;
    return updateManifest(user, account, (it) => nameItems(it, new Map([[id, 1]])), memory);
  });
  await Promise.all(adding);
  const { manifest } = await readManifest(first.user, first.account, first.memory);
  expect([...manifest.items.keys()].sort()).toEqual(ids.sort());
});

test('a new password: the old one is refused, other sessions end, nothing else changes', async () => {
  const first = await signUpSomebody();
  const other = await enterAs(first);
  const passwords = { oldPassword: first.password, newPassword: 'another set of five words' };
  const mistyped = { ...passwords, oldPassword: 'mistyped' };
  const failing = changePassword(first.user, first.account, mistyped, first.memory);
  await expect(failing).rejects.toMatchObject({ code: 'wrong-password' });
  const changed = await changePassword(first.user, first.account, passwords, first.memory);
  expect(equalBytes(changed.userKey, first.account.userKey)).toBe(true);
  expect(changed.stored.kdf).toEqual(first.account.stored.kdf);
  await expect(other.user.readAccount()).rejects.toMatchObject({ code: 'session-ended' });
  await expect(enterAs(first)).rejects.toMatchObject({ code: 'wrong-credentials' });
  // The device that knows the account takes the new password without complaint: the salt is the same.
  const again = await enterAs({ ...first, password: passwords.newPassword }, first.memory);
  expect(equalBytes(again.account.userKey, first.account.userKey)).toBe(true);
});

test('a kit opens the account once; a renewed one takes its place', async () => {
  const person = await signUpSomebody();
  const code = await askForRecovery(person);
  const recovered = enteredBy(
    await recoverWith(person, code, person.kit, 'the password after the first one'),
  );
  expect(equalBytes(recovered.account.userKey, person.account.userKey)).toBe(true);
  await expect(person.user.readAccount()).rejects.toMatchObject({ code: 'session-ended' });
  const again = recoverWith(person, code, person.kit, 'never');
  await expect(again).rejects.toMatchObject({ code: 'wrong-kit' });
  const renewing = renewKit(recovered.user, recovered.account);
  await expect(renewing).rejects.toMatchObject({ code: 'step-up-required' });
});

test('a renewed user key opens what it should, and its past opens nothing that is there', async () => {
  const first = await signUpSomebody();
  const second = await enterAs(first);
  const request = {
    password: first.password,
    passkeys: [],
    listItemKeys: async () => [],
  };
  const { account, kit } = await rotateUserKey(first.user, first.account, request, first.memory);
  expect(account.generation).toBe(2);
  expect(equalBytes(account.userKey, first.account.userKey)).toBe(false);
  expect(account.manifest.keys.map(({ version }) => version)).toEqual([2, 2]);
  expect(equalBytes(account.signing.keyId, first.account.signing.keyId)).toBe(true);
  const old = hostileServer({ '/account': () => first.account.stored });
  const putBack = readManifest(clientOf(old).as(first.tokens), first.account, first.memory);
  await expect(putBack).rejects.toMatchObject({ code: 'wrong-generation' });
  // Another device is asked for the password.
  const reading = readManifest(second.user, second.account, new ForgetfulMemory());
  await expect(reading).rejects.toMatchObject({ code: 'key-rotated' });
  const back = await enterAs(first, new ForgetfulMemory());
  expect(equalBytes(back.account.userKey, account.userKey)).toBe(true);
  const code = await askForRecovery(first);
  const oldKit = recoverWith(first, code, first.kit, 'never');
  await expect(oldKit).rejects.toMatchObject({ code: 'wrong-kit' });
  const recovered = enteredBy(await recoverWith(first, code, kit, 'a password after all of this'));
  expect(equalBytes(recovered.account.userKey, account.userKey)).toBe(true);
});

test('what the library keeps opens with the renewed key, and not with the one before', async () => {
  const person = await signUpSomebody();
  const transport = transportOf(person.tokens.accessToken);
  const { user, memory } = person;
  const before = await makeDevice(libraryOf(person));
  await before.mirror.library.put('a', utf8('first'));
  await before.sync();
  await before.mirror.library.put('a', utf8('second'));
  await before.sync();
  const now = await readManifest(user, person.account, memory);
  const listItemKeys = () => readKeys(transport);
  const request = { password: person.password, passkeys: [], listItemKeys };
  const { account } = await rotateUserKey(user, now, request, memory);
  expect([...account.manifest.items]).toEqual([...now.manifest.items]);
  const after = await makeDevice(libraryOf({ ...person, account }));
  await after.sync();
  const blob = await after.mirror.library.get('a');
  expect(new TextDecoder().decode(blob)).toBe('second');
  const stale = makeDevice(libraryOf(person));
  await expect(stale).rejects.toMatchObject({ code: 'cannot-open' });
});

test('a passkey’s secret opens the account, another’s does not', async () => {
  const { account } = await signUpSomebody();
  const prf = randomBytes(32);
  const passkey = {
    id: itemId(),
    name: 'A passkey',
    createdAt: new Date().toISOString(),
    wrappedUserKey: (await wrapForPasskey(account, prf)).wrappedUserKey,
  };
  const factors = { totp: false, recoveryCodesLeft: 0, passkeys: [passkey] };
  const stored = { ...account.stored, factors } as typeof account.stored;
  const opened = await unlockWithPasskey(stored, passkey.id, prf);
  expect(equalBytes(opened.userKey, account.userKey)).toBe(true);
  const other = unlockWithPasskey(stored, passkey.id, randomBytes(32));
  await expect(other).rejects.toMatchObject({ code: 'wrong-passkey' });
});
