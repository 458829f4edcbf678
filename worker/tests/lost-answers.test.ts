import { expect, test } from 'vitest';
import { clientOf } from '../../shared/account/account-server.ts';
import { changePassword } from '../../shared/account/change-password.ts';
import { readManifest } from '../../shared/account/manifest.ts';
import type { OpenAccount } from '../../shared/account/open-account.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { enterAs, type Person, signUpSomebody } from './support/account-steps.ts';
import { hostileServer, type Wire, wireTo } from './support/hostile-server.ts';

/* The wire is cut during a change of password: before the server gets the request, or before its answer is there. */

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
  const changing = change(person, person.account, { [CHANGE]: (send) => void late.push(send) });
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
