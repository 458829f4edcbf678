import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { expect, test } from 'vitest';
import { guard, runGuarded } from './guarded-batch.ts';
import { reports } from './schema/reports.ts';

const db = drizzle(env.DB);

function report(shareId: string) {
  const row = { shareId, address: 'a', reason: 'r', createdAt: new Date() };
  return db.insert(reports).values(row);
}

async function countReports(shareId: string): Promise<number> {
  return db.$count(reports, sql`share_id = ${shareId}`);
}

test('a guard that holds lets its batch through', async () => {
  const holds = guard(env.DB, 'never', sql`exists (select 1 where ${1} = 1)`);
  expect(await runGuarded(env.DB, [holds, report('through')])).toBeNull();
  expect(await countReports('through')).toBe(1);
});

test('a guard that does not hold takes back all of its batch and says its name', async () => {
  const fails = guard(env.DB, 'moon-is-cheese', sql`exists (select 1 where ${1} = 2)`);
  expect(await runGuarded(env.DB, [report('back'), fails, report('back2')])).toBe('moon-is-cheese');
  expect(await countReports('back')).toBe(0);
});

test('a value that has to be unique and is not takes back all, too', async () => {
  const hindrance = await runGuarded(env.DB, [report('twin'), report('twin')]);
  expect(hindrance).toBe('not-unique');
  expect(await countReports('twin')).toBe(0);
});

test('what nobody foresaw is thrown', async () => {
  await expect(runGuarded(env.DB, [db.run(sql`select nonsense`)])).rejects.toThrow();
});
