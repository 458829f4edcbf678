import { expect, test, vi } from 'vitest';
import { openMailbox, type ReceivedMail } from '../../scripts/serving/mailbox.ts';
import { clientOf } from '../../shared/account/account-server.ts';
import { readManifest } from '../../shared/account/manifest.ts';
import { signIn } from '../../shared/account/sign-in.ts';
import { prepareSignUp } from '../../shared/account/sign-up.ts';
import { ForgetfulMemory } from '../../shared/account/testing/forgetful-memory.ts';
import { requestCode } from '../../shared/api/client/accounts/sign-in.ts';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { type Device, type Member, openDevice } from '../../shared/sync/testing/open-device.ts';
import { freshDevice } from '../tests/support/prepare-account.ts';
import { startRestorableServer } from './support/restorable-server.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'a password of several words';

const read = async ({ mirror }: Device, name: string) => {
  const blob = await mirror.library.get(name);
  return blob && new TextDecoder().decode(blob);
};

test('an old copy of the whole server is noticed by whoever saw more, and takes nothing from them', async () => {
  const mails: ReceivedMail[] = [];
  const mailbox = await openMailbox((mail) => mails.push(mail));
  const server = await startRestorableServer({ configure: mailbox.configure });
  try {
    const origin = server.url;
    const client = clientOf({ origin });
    const memory = new ForgetfulMemory();
    const prepared = await prepareSignUp(PASSWORD, freshDevice());
    await requestCode({ origin }, { email: EMAIL, purpose: 'sign-up' });
    const code = await vi.waitFor(() => {
      const found = mails.flatMap(({ subject }) => subject.match(/\b\d{8}\b/) ?? [])[0];
      if (found === undefined) throw new Error('no code came');
      return found;
    }, 20_000);
    const signedIn = await prepared.create(client, { email: EMAIL, code }, memory);
    const member: Member = { ...signedIn, memory };
    const one = await openDevice(origin, member);
    await one.mirror.library.put('a', utf8('first'));
    await one.mirror.library.put('b', utf8('to be deleted'));
    await one.sync();
    const elsewhere: Member = { ...signedIn, memory: new ForgetfulMemory() };
    const two = await openDevice(origin, elsewhere);
    await two.sync();
    await server.copy();

    await one.mirror.library.put('a', utf8('worked on'));
    await one.mirror.library.put('c', utf8('new'));
    await one.mirror.library.delete('b');
    await one.sync();
    const seen = await readManifest(signedIn.user, signedIn.account, memory);
    await one.mirror.library.put('d', utf8('not there yet'));
    await server.putBack();

    await expect(one.sync()).rejects.toMatchObject({ code: 'manifest-older' });
    expect(await one.mirror.library.list('')).toEqual(['a', 'c', 'd']);
    expect([await read(one, 'a'), await read(one, 'c')]).toEqual(['worked on', 'new']);
    expect(await one.mirror.changed()).toEqual(['d']);
    const asked = { email: EMAIL, password: PASSWORD, device: freshDevice() };
    await expect(signIn(client, asked, memory)).rejects.toMatchObject({ code: 'manifest-older' });

    // Who saw no more than the copy has goes on from there: two histories, which the first one is told of.
    await two.mirror.library.put('e', utf8('another history'));
    await two.sync();
    const now = await readManifest(elsewhere.user, elsewhere.account, elsewhere.memory);
    expect(now.stored.manifestCounter).toBeLessThanOrEqual(seen.stored.manifestCounter);
    for (let at = now.stored.manifestCounter; at < seen.stored.manifestCounter; at++) {
      await two.mirror.library.put('e', utf8(`another history ${at}`));
      await two.sync();
    }
    await expect(one.sync()).rejects.toMatchObject({ code: 'manifest-forked' });
    expect(await read(one, 'a')).toBe('worked on');
    // Who saw nothing can't know, and is told so by nobody.
    const newcomer = await openDevice(origin, { ...signedIn, memory: new ForgetfulMemory() });
    await newcomer.sync();
    expect(await read(newcomer, 'a')).toBe('first');
  } finally {
    await server.stop();
    await mailbox.close();
  }
});
