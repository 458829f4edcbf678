import { beforeAll, describe, expect, test } from 'vitest';
import type { StoredAccount } from '../../shared/account/account-client.ts';
import { clientOf } from '../../shared/account/account-server.ts';
import { nameItems } from '../../shared/account/check-items.ts';
import { readManifest, updateManifest } from '../../shared/account/manifest.ts';
import { recover } from '../../shared/account/recover.ts';
import { ForgetfulMemory } from '../../shared/account/testing/forgetful-memory.ts';
import { requestCode } from '../../shared/api/client/accounts/sign-in.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { generateRecipientKeyPair } from '../../shared/crypto/recipient.ts';
import { readKit } from '../../shared/crypto/recovery-kit.ts';
import { newDevice, type Person, signInAs, signUpSomebody } from './support/account-steps.ts';
import {
  type Change,
  hostileServer,
  restoreSnapshot,
  takeSnapshot,
} from './support/hostile-server.ts';
import { readCode } from './support/read-mail.ts';

/* A server that lies, in every way that a client must notice: the real one, with its answers changed on their way. */

const PARAMETERS = '/sign-in/parameters';
const SIGN_IN = 'POST /api/v1/sign-in';

let person: Person;
beforeAll(async () => {
  person = await signUpSomebody();
});

const set =
  (fields: Readonly<Record<string, unknown>>): Change =>
  (answer) => ({ ...answer, ...fields });

describe('before anything of the password leaves', () => {
  test.each([
    ['too few rounds', 'kdf-unsafe', { iterations: 599_999 }],
    ['too many rounds', 'kdf-unsafe', { iterations: 10_000_001 }],
    ['rounds that are no number', 'kdf-unsafe', { iterations: '600000' }],
    ['half a round', 'kdf-unsafe', { iterations: 600_000.5 }],
    ['a short salt', 'invalid-answer', { salt: 'AAAAAAAAAAA' }],
    ['no salt', 'invalid-answer', { salt: undefined }],
  ])('%s: %s', async (_what, code, fields) => {
    const server = hostileServer({ [PARAMETERS]: set(fields) });
    await expect(signInAs(person, server)).rejects.toMatchObject({ code });
    expect(server.requests).not.toContain(SIGN_IN);
  });

  test('another salt than this device knows: salt-changed', async () => {
    const salt = encodeBase64url(randomBytes(16));
    const server = hostileServer({ [PARAMETERS]: set({ salt }) });
    const signingIn = signInAs(person, server, person.memory);
    await expect(signingIn).rejects.toMatchObject({ code: 'salt-changed' });
    expect(server.requests).not.toContain(SIGN_IN);
  });

  test('fewer rounds than this device knows: kdf-lowered', async () => {
    const memory = new ForgetfulMemory();
    const known = await person.memory.read(person.account.stored.id);
    if (!known) throw new Error('The device remembers nothing');
    await memory.update(known.accountId, () => ({ ...known, iterations: 700_000 }));
    const server = hostileServer();
    const signingIn = signInAs(person, server, memory);
    await expect(signingIn).rejects.toMatchObject({ code: 'kdf-lowered' });
    expect(server.requests).not.toContain(SIGN_IN);
  });
});

describe('at sign-in', () => {
  test('another account: account-swapped', async () => {
    const accountId = encodeBase64url(randomBytes(16));
    const server = hostileServer({ '/sign-in': set({ accountId }) });
    const signingIn = signInAs(person, server, person.memory);
    await expect(signingIn).rejects.toMatchObject({ code: 'account-swapped' });
  });

  test('a wrapped key that is not the password’s, or of another generation: user-key-damaged', async () => {
    const wrappedUserKey = person.account.stored.wrappedUserKey;
    const damaged = `${wrappedUserKey.slice(0, -4)}AAAA`;
    for (const fields of [{ wrappedUserKey: damaged }, { generation: 2 }]) {
      const server = hostileServer({ '/account': set(fields) });
      await expect(signInAs(person, server)).rejects.toMatchObject({ code: 'user-key-damaged' });
    }
  });
});

/** What the person's device says of its account when the server answers so. */
async function readThrough(change: Change, who: Person = person) {
  const server = hostileServer({ '/account': change });
  return readManifest(clientOf(server).as(who.tokens), who.account, who.memory);
}

const keysOf = (answer: object) => (answer as StoredAccount).keys;

describe('once it is open', () => {
  test('a swapped public key: key-swapped', async () => {
    const { point } = await generateRecipientKeyPair();
    const publicKey = encodeBase64url(point);
    const reading = readThrough((answer) => ({
      ...answer,
      keys: keysOf(answer).map((key) => (key.use === 'encryption' ? { ...key, publicKey } : key)),
    }));
    const id = person.account.stored.keys.find(({ use }) => use === 'encryption')?.id;
    await expect(reading).rejects.toMatchObject({ code: 'key-swapped', ids: [id] });
  });

  test('a key under the id of another, for another use, added, damaged: key-swapped', async () => {
    const changes: ((keys: StoredAccount['keys']) => unknown)[] = [
      ([a, b]) => [
        { ...a, id: b?.id },
        { ...b, id: a?.id },
      ],
      ([a, b]) => [{ ...a, use: b?.use }, b],
      ([a, b]) => [a, b, { ...a, id: encodeBase64url(randomBytes(16)) }],
      ([a, b]) => [{ ...a, sealedPrivateKey: b?.sealedPrivateKey }, b],
      ([a, b]) => [{ ...a, publicKey: 'BAAA' }, b],
    ];
    for (const change of changes) {
      const reading = readThrough((answer) => ({ ...answer, keys: change(keysOf(answer)) }));
      await expect(reading).rejects.toMatchObject({ code: 'key-swapped' });
    }
  });

  test('a key that is left out: key-missing', async () => {
    const reading = readThrough((answer) => ({ ...answer, keys: keysOf(answer).slice(1) }));
    await expect(reading).rejects.toMatchObject({ code: 'key-missing' });
  });

  test('a manifest that was changed, or is another’s: manifest-damaged', async () => {
    const other = await signUpSomebody();
    for (const manifest of [other.account.stored.manifest, 'AAAA', '?']) {
      const reading = readThrough(set({ manifest }));
      await expect(reading).rejects.toMatchObject({ code: 'manifest-damaged' });
    }
  });

  test('other parameters of the password: salt-changed, kdf-changed', async () => {
    const { kdf } = person.account.stored;
    const salt = encodeBase64url(randomBytes(16));
    const changed = readThrough(set({ kdf: { ...kdf, salt } }));
    await expect(changed).rejects.toMatchObject({ code: 'salt-changed' });
    const raised = readThrough(set({ kdf: { ...kdf, iterations: 600_001 } }));
    await expect(raised).rejects.toMatchObject({ code: 'kdf-changed' });
  });

  test('another generation: wrong-generation, or the password is asked again', async () => {
    const lower = readThrough(set({ generation: 0 }));
    await expect(lower).rejects.toMatchObject({ code: 'wrong-generation' });
    const higher = readThrough(set({ generation: 2 }));
    await expect(higher).rejects.toMatchObject({ code: 'key-rotated' });
  });
});

const item = () => new Map([[encodeBase64url(randomBytes(16)), 1]]);

describe('what was there before', () => {
  test('an older manifest: manifest-older', async () => {
    const { user, account, memory } = person;
    const now = await readManifest(user, account, memory);
    const { manifest, manifestCounter } = now.stored;
    await updateManifest(user, now, (it) => nameItems(it, item()), memory);
    const older = readThrough(set({ manifest, manifestCounter }));
    await expect(older).rejects.toMatchObject({ code: 'manifest-older' });
    const olderAsNewer = readThrough(set({ manifest }));
    await expect(olderAsNewer).rejects.toMatchObject({ code: 'manifest-damaged' });
  });

  test('a snapshot of the whole server: older to who saw more, another history to who went on', async () => {
    const first = await signUpSomebody();
    const second = { ...first, memory: new ForgetfulMemory() };
    const start = await readManifest(second.user, second.account, second.memory);
    const snapshot = await takeSnapshot();
    const moved = await updateManifest(
      first.user,
      first.account,
      (it) => nameItems(it, item()),
      first.memory,
    );
    await restoreSnapshot(snapshot);
    const reading = readManifest(first.user, moved, first.memory);
    await expect(reading).rejects.toMatchObject({ code: 'manifest-older' });
    // The other device saw nothing newer. It goes on from there, to the counter that the first one saw.
    await updateManifest(second.user, start, (it) => nameItems(it, item()), second.memory);
    const again = readManifest(first.user, moved, first.memory);
    await expect(again).rejects.toMatchObject({ code: 'manifest-forked' });
    // And on, to more than it saw: what it wrote itself is still missing.
    for (let more = 0; more < 2; more++) {
      const now = await readManifest(second.user, second.account, second.memory);
      await updateManifest(second.user, now, (it) => nameItems(it, item()), second.memory);
    }
    const later = readManifest(first.user, moved, first.memory);
    await expect(later).rejects.toMatchObject({ code: 'manifest-forked' });
    // A device that saw nothing can't know.
    const newcomer = { ...first, memory: new ForgetfulMemory() };
    await expect(readThrough((it) => it, newcomer)).resolves.toBeDefined();
  });
});

describe('at recovery', () => {
  test('a lie is refused before anything is changed', async () => {
    const reading = await readKit(person.kit.join('\n'));
    if (!reading.ok) throw new Error('The kit can’t be read');
    const wrap = person.account.stored.wrappedUserKey;
    await requestCode(hostileServer(), { email: person.email, purpose: 'recovery' });
    const mailed = await readCode(person.email);
    const lies: [string, Change][] = [
      ['wrong-kit', set({ wrappedUserKey: wrap })],
      ['manifest-older', set({ manifestCounter: 1 })],
      ['key-missing', set({ keys: [] })],
      [
        'salt-changed',
        set({ kdf: { salt: encodeBase64url(randomBytes(16)), iterations: 600_000 } }),
      ],
    ];
    for (const [code, change] of lies) {
      const server = hostileServer({ '/recovery': change });
      const request = {
        email: person.email,
        code: mailed,
        kit: reading.kit,
        newPassword: 'words that are never sent',
        device: newDevice(),
      };
      const recovering = recover(clientOf(server), request, person.memory);
      await expect(recovering).rejects.toMatchObject({ code });
      expect(server.requests).not.toContain('POST /api/v1/recovery/finish');
    }
  });
});
