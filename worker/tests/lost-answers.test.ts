import { expect, test } from 'vitest';
import { clientOf } from '../../shared/account/account-server.ts';
import { changePassword } from '../../shared/account/change-password.ts';
import { readManifest } from '../../shared/account/manifest.ts';
import type { OpenAccount } from '../../shared/account/open-account.ts';
import { recover } from '../../shared/account/recover.ts';
import { requestCode } from '../../shared/api/client/accounts/sign-in.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { readKit } from '../../shared/crypto/recovery-kit.ts';
import { enterAs, newDevice, type Person, signUpSomebody } from './support/account-steps.ts';
import { hostileServer, type Wire, wireTo } from './support/hostile-server.ts';
import { readCode } from './support/read-mail.ts';

/* The wire is cut during a change of password, or a recovery: before the server gets the request, or before its answer is there. */

const NEW_PASSWORD = 'another set of five words';
const CHANGE = 'POST /api/v1/account/password';

function change({ tokens, memory, password }: Person, account: OpenAccount, wire: Wire) {
  const user = clientOf(wireTo(hostileServer(), wire)).as(tokens);
  const passwords = { oldPassword: password, newPassword: NEW_PASSWORD };
  return changePassword(user, account, passwords, memory);
}

/** Which of the two signs in on a new device: exactly one does. */
async function whichHolds(person: Person): Promise<'old' | 'new'> {
  const [old, fresh] = await Promise.allSettled([
    enterAs(person),
    enterAs({ ...person, password: NEW_PASSWORD }),
  ]);
  expect([old.status, fresh.status].toSorted()).toEqual(['fulfilled', 'rejected']);
  return old.status === 'fulfilled' ? 'old' : 'new';
}

test('an answer that was lost is found out: the new password holds', async () => {
  const person = await signUpSomebody();
  const changed = await change(person, person.account, { [CHANGE]: 'lose the answer' });
  expect(equalBytes(changed.userKey, person.account.userKey)).toBe(true);
  expect(await whichHolds(person)).toBe('new');
});

test('a request that never came is found out: the old password holds, and the change can be made again', async () => {
  const person = await signUpSomebody();
  const changing = change(person, person.account, { [CHANGE]: 'lose the request' });
  await expect(changing).rejects.toMatchObject({ code: 'password-kept' });
  const { user, account, memory } = person;
  const now = await readManifest(user, account, memory);
  await change(person, now, {});
  expect(await whichHolds(person)).toBe('new');
});

test('a request that was only late changes nothing any more, once the old password was said to hold', async () => {
  const person = await signUpSomebody();
  const late: (() => Promise<Response>)[] = [];
  const changing = change(person, person.account, {
    [CHANGE]: (send) => {
      late.push(send);
      return 'lose the request';
    },
  });
  await expect(changing).rejects.toMatchObject({ code: 'password-kept' });
  expect((await late[0]?.())?.status).toBe(409);
  expect(await whichHolds(person)).toBe('old');
});

test('while the server stays away nobody knows; changed again afterwards, it turns out to be done', async () => {
  const person = await signUpSomebody();
  const away = { [CHANGE]: 'lose the answer', '*': 'lose the request' } as const;
  const changing = change(person, person.account, away);
  await expect(changing).rejects.toMatchObject({ code: 'password-uncertain' });
  const { user, account, memory } = person;
  const now = await readManifest(user, account, memory);
  const again = await change(person, now, { [CHANGE]: 'lose the request' });
  expect(again.stored.manifestCounter).toBe(now.stored.manifestCounter);
  expect(await whichHolds(person)).toBe('new');
});

test.each(['lose the request', 'lose the answer'] as const)(
  'a recovery of which the wire would %s comes about, and its kit is the account’s',
  async (fate) => {
    const person = await signUpSomebody();
    const { email, memory } = person;
    const finish = 'POST /api/v1/recovery/finish';
    let tries = 0;
    const wire: Wire = { [finish]: () => (tries++ === 0 ? fate : undefined) };
    const code = await mailedCode(email);
    const device = newDevice();
    const request = {
      email,
      code,
      kit: await bytesOf(person.kit),
      newPassword: NEW_PASSWORD,
      device,
    };
    const recovered = await recover(clientOf(wireTo(hostileServer(), wire)), request, memory);
    expect(tries).toBe(2);
    expect(await whichHolds(person)).toBe('new');
    const again = { ...request, kit: await bytesOf(recovered.kit), newPassword: 'and one more' };
    await expect(recover(clientOf(hostileServer()), again, memory)).resolves.toBeDefined();
  },
);

async function mailedCode(email: string): Promise<string> {
  await requestCode(hostileServer(), { email, purpose: 'recovery' });
  return readCode(email);
}

async function bytesOf(kit: readonly string[]) {
  const reading = await readKit(kit.join(' '));
  if (!reading.ok) throw new Error('The kit can’t be read');
  return reading.kit;
}
