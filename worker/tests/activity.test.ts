import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { ActivityAnswer } from '../../shared/api/contract.ts';
import { auditStatement, sweepActivity } from '../database/accounts/audit.ts';
import { runGuarded } from '../database/guarded-batch.ts';
import { resealTotpSecrets } from '../factors/totp-secret.ts';
import { freshAddress } from './support/call-api.ts';
import { addTotp, beginStepUp, codeOf } from './support/factors.ts';
import { activityOf, askAs, makePerson, type TestPerson } from './support/make-person.ts';

const VISITOR = { client: 'Firefox on Linux', address: 'AAAAAAAAAAA', country: 'DE' };

function write(accountId: string | null, count: number, at = new Date()) {
  const entry = { accountId, kind: 'sign-in', visitor: VISITOR, device: 'Laptop', at } as const;
  const lines = Array.from({ length: count }, (_, n) =>
    auditStatement(env.DB, { ...entry, detail: String(n) }),
  );
  return runGuarded(env.DB, lines);
}

async function pageOf(person: TestPerson, before?: number | null): Promise<ActivityAnswer> {
  const query = before ? `?before=${before}` : '';
  return (await askAs(person, `/account/activity${query}`)).body as ActivityAnswer;
}

test('comes in pages, newest first, and is nobody else’s', async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  await write(person.id, 40);
  await write(other.id, 3);
  await write(person.id, 20);
  const first = await pageOf(person);
  expect(first.activity).toHaveLength(50);
  expect(first.activity[0]).toEqual({
    id: expect.any(Number),
    at: expect.stringMatching(/Z$/),
    kind: 'sign-in',
    outcome: 'ok',
    device: 'Laptop',
    detail: '19',
    ...VISITOR,
  });
  const rest = await pageOf(person, first.next);
  expect(rest.activity.map(({ detail }) => detail)).toEqual(
    Array.from({ length: 10 }, (_, n) => String(9 - n)),
  );
  expect(rest.next).toBe(null);
  expect((await pageOf(other)).activity).toHaveLength(3);
  expect(await askAs(person, '/account/activity?before=x')).toMatchObject({
    status: 400,
    body: { error: { path: 'before' } },
  });
});

test('of an address without account nothing is kept', async () => {
  const count = () => env.DB.prepare('select count(*) as n from audit').first<number>('n');
  const before = await count();
  expect(await write(null, 2)).toBe(null);
  expect(await count()).toBe(before);
});

test('is kept for a year, and goes with the account', async () => {
  const person = await makePerson();
  await write(person.id, 1, new Date(Date.now() - 366 * 86_400_000));
  await write(person.id, 1);
  await sweepActivity(env.DB, Date.now());
  expect(await activityOf(person)).toEqual(['sign-in']);
  await env.DB.prepare('delete from accounts where id = ?').bind(person.id).run();
  const left = env.DB.prepare('select count(*) as n from audit where account_id = ?');
  expect(await left.bind(person.id).first('n')).toBe(0);
});

test('tells addresses apart within one account only, and never says them', async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const [home, work] = [freshAddress(), freshAddress()];
  for (const [who, address] of [
    [person, home],
    [person, work],
    [person, home],
    [other, home],
  ] as const) {
    await askAs(who, '/step-up', { json: { auth: 'A'.repeat(43) }, address });
  }
  const [third, second, first] = (await pageOf(person)).activity;
  expect(third?.address).toBe(first?.address);
  expect(second?.address).not.toBe(first?.address);
  const [foreign] = (await pageOf(other)).activity;
  expect(foreign?.address).not.toBe(first?.address);
  expect(JSON.stringify([first, second])).not.toContain(home);
});

test('seeds are sealed again under a new key, so that the old one can go', async () => {
  const person = await makePerson();
  const totp = await addTotp(person);
  const { SEALING_KEYS: old = '' } = env;
  const added = { 'key-of-tomorrow': 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' };
  const SEALING_KEYS = JSON.stringify({ ...added, ...JSON.parse(old) });
  const sealed = () =>
    env.DB.prepare('select sealed_secret as s from totps where account_id = ?')
      .bind(person.id)
      .first<string>('s');
  const broken = await makePerson();
  await addTotp(broken);
  await env.DB.prepare("update totps set sealed_secret = 'no-such-key.AAAA' where account_id = ?")
    .bind(broken.id)
    .run();
  await expect(resealTotpSecrets({ ...env, SEALING_KEYS })).rejects.toThrow('could not be sealed');
  expect(await sealed()).toMatch(/^key-of-tomorrow\./);
  // Back under the key of this test's server, from which the newer one is taken away again.
  const swapped = JSON.stringify({ ...JSON.parse(old), ...added });
  await env.DB.prepare("delete from totps where sealed_secret like 'no-such-key.%'").run();
  await resealTotpSecrets({ ...env, SEALING_KEYS: swapped });
  expect(await sealed()).not.toMatch(/^key-of-tomorrow\./);
  const { challenge } = await beginStepUp(person);
  const answer = await askAs(person, '/step-up', { json: { challenge, totp: codeOf(totp) } });
  expect(answer.status).toBe(200);
});
