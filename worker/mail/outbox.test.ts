import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { postponeMail, takeDueMail } from '../database/outbox.ts';
import { outbox } from '../database/schema/outbox.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readMail } from '../tests/support/read-mail.ts';
import { delayAfter } from './drain-outbox.ts';
import { mailStatement, queueMail, sealMail } from './queue-mail.ts';
import { sendMailAfter } from './send-mail-after.ts';

const MAIL = {
  kind: 'sign-up-code',
  to: 'ada@example.org',
  code: '82640917',
  goodUntil: new Date(),
} as const;
const database = drizzle(env.DB);

beforeEach(async () => {
  await database.delete(outbox);
});

test('mail waits sealed until it is sent', async () => {
  await database.batch([mailStatement(env.DB, await sealMail(env, MAIL))]);
  const rows = await database.select().from(outbox);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/82640917|ada@|Inkseal/);
  expect(await readMail(MAIL.to)).toMatchObject([{ subject: '82640917 is your Inkseal code' }]);
});

test('mail of a batch that fails does not wait', async () => {
  const mail = mailStatement(env.DB, await sealMail(env, MAIL));
  const failing = database.run(sql`insert into reports (id) values (1)`);
  await expect(database.batch([mail, failing])).rejects.toThrow();
  expect(await database.select().from(outbox)).toEqual([]);
});

test('an address that could begin a header is refused before anything is written', async () => {
  const to = 'ada@example.org\r\nBcc: eve@example.org';
  await expect(sealMail(env, { ...MAIL, to })).rejects.toMatchObject({
    code: 'invalid-request',
    detail: { path: 'email' },
  });
});

test('of many that ask at once one gets a mail; once its lease is over, another', async () => {
  await mailStatement(env.DB, await sealMail(env, MAIL));
  const now = Date.now();
  const takes = await Promise.all(
    Array.from({ length: 20 }, () => takeDueMail(env.DB, now, 60_000)),
  );
  expect(takes.filter((row) => row !== null)).toMatchObject([{ tries: 1 }]);
  expect(await takeDueMail(env.DB, now + 59_999, 60_000)).toBe(null);
  expect(await takeDueMail(env.DB, now + 60_000, 60_000)).toMatchObject({ tries: 2 });
});

test('who held a mail too long does not say when it is tried next', async () => {
  await mailStatement(env.DB, await sealMail(env, MAIL));
  const now = Date.now();
  const slow = await takeDueMail(env.DB, now, 1000);
  await takeDueMail(env.DB, now + 1000, 60_000);
  if (slow === null) throw new Error('nothing was due');
  await postponeMail(env.DB, slow, now);
  expect(await takeDueMail(env.DB, now + 2000, 60_000)).toBe(null);
});

test('delays grow to an hour and add up to about four days', () => {
  const minutes = Array.from({ length: 100 }, (_, index) => delayAfter(index + 1) / 60_000);
  expect(minutes.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  const days = minutes.reduce((sum, delay) => sum + delay) / 60 / 24;
  expect(days).toBeGreaterThan(3.5);
  expect(days).toBeLessThan(5);
});

test('a request that queues mail sends it once it is answered; nobody listens here, so it waits', async () => {
  const app = new Hono<AppEnv>()
    .use(sendMailAfter)
    .post('/mail', async (c) => {
      await queueMail(c, await sealMail(c.env, MAIL));
      return c.text('queued');
    })
    .post('/none', (c) => c.text('nothing'));
  for (const [path, tries] of [
    ['/none', 0],
    ['/mail', 1],
  ] as const) {
    const context = createExecutionContext();
    const answer = await app.request(path, { method: 'POST' }, env, context);
    expect(answer.status).toBe(200);
    await waitOnExecutionContext(context);
    expect((await database.select().from(outbox)).map((row) => row.tries)).toEqual(
      tries === 0 ? [] : [tries],
    );
  }
});
