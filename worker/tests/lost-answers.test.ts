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
import { addTotp, codeOf, wrongCode } from './support/factors.ts';
import { hostileServer, type Wire, wireTo } from './support/hostile-server.ts';
import { stepUp } from './support/make-account.ts';
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
    const { memory } = person;
    const finish = 'POST /api/v1/recovery/finish';
    let tries = 0;
    const wire: Wire = { [finish]: () => (tries++ === 0 ? fate : undefined) };
    const request = await requestFor(person);
    const recovered = await recover(clientOf(wireTo(hostileServer(), wire)), request, memory);
    expect(tries).toBe(2);
    expect(await whichHolds(person)).toBe('new');
    const again = { ...request, kit: await bytesOf(recovered.kit), newPassword: 'and one more' };
    await expect(recover(clientOf(hostileServer()), again, memory)).resolves.toBeDefined();
  },
);

test('a recovery whose answer was lost shows its kit before a second factor is asked for', async () => {
  let tries = 0;
  const once: Wire = {
    'POST /api/v1/recovery/finish': () => (tries++ === 0 ? 'lose the answer' : undefined),
  };
  const person = await signUpSomebody();
  const totp = await addTotp({
    token: person.tokens.accessToken,
    steppedUp: (await stepUp(person.tokens)).accessToken,
  });
  const asked = await requestFor(person);
  const { kit, next } = await recover(
    clientOf(wireTo(hostileServer(), once)),
    asked,
    person.memory,
  );
  if (next.name !== 'second-factor') throw new Error(next.name);
  await expect(next.finish({ totp: wrongCode(totp) })).rejects.toMatchObject({
    code: 'wrong-code',
  });
  const { account } = await next.finish({ totp: codeOf(totp) });
  expect(equalBytes(account.userKey, person.account.userKey)).toBe(true);
  const again = { ...asked, kit: await bytesOf(kit), newPassword: 'and one more' };
  await expect(recover(clientOf(hostileServer()), again, person.memory)).resolves.toBeDefined();
});

test('a recovery after which the server is away has its kit all the same', async () => {
  const person = await signUpSomebody();
  // Each time the network is said to be back: the client tries as often as ever, and waits for nothing.
  const network = globalThis as unknown as EventTarget;
  const losing: Wire[string] = () => {
    setTimeout(() => network.dispatchEvent(new Event('online')));
    return 'lose the request';
  };
  const client = clientOf(wireTo(hostileServer(), { 'GET /api/v1/account': losing }));
  const { kit, next } = await recover(client, await requestFor(person), person.memory);
  expect(next).toEqual({ name: 'sign-in' });
  expect(kit).toHaveLength(4);
  expect(await whichHolds(person)).toBe('new');
});

async function requestFor(person: Person) {
  return {
    email: person.email,
    code: await mailedCode(person.email),
    kit: await bytesOf(person.kit),
    newPassword: NEW_PASSWORD,
    device: newDevice(),
  };
}

async function mailedCode(email: string): Promise<string> {
  await requestCode(hostileServer(), { email, purpose: 'recovery' });
  return readCode(email);
}

async function bytesOf(kit: readonly string[]) {
  const reading = await readKit(kit.join(' '));
  if (!reading.ok) throw new Error('The kit can’t be read');
  return reading.kit;
}
