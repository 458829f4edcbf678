import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { LeaveAnswer } from '../../../shared/api/contract.ts';
import { attemptsAt } from '../../access/attempts.ts';
import { forgetKeys } from '../../database/accounts/erase-account.ts';
import { eraseAccounts } from '../../erasure/erase-accounts.ts';
import { libraryKey } from '../../storage/library.ts';
import {
  askAs,
  askForCode,
  freshAuth,
  freshDevice,
  makeAccount,
  prepareAccount,
  random,
  signedIn,
  signIn,
  signUp,
  stepUp,
  type TestAccount,
} from '../support/make-account.ts';
import { readNewestLetter } from '../support/read-mail.ts';

const DAY_MS = 86_400_000;

async function leave(account: TestAccount): Promise<number> {
  const options = { method: 'DELETE' };
  const answer = await askAs(await stepUp(account.tokens), '/api/v1/account', options);
  expect(answer.status).toBe(200);
  return Date.parse((answer.body as LeaveAnswer).deleteAfter);
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Every table in which a row says whose it is, and the column that does. */
async function ownedTables(): Promise<{ table: string; owner: string; columns: Column[] }[]> {
  const { results: tables } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
  ).all<{ name: string }>();
  const owned = tables.map(async ({ name: table }) => {
    const { results: columns } = await env.DB.prepare(
      `pragma table_info("${table}")`,
    ).all<Column>();
    const owner = table === 'accounts' ? 'id' : 'account_id';
    return columns.some(({ name }) => name === owner) ? [{ table, owner, columns }] : [];
  });
  return (await Promise.all(owned)).flat();
}

/** How many rows each table holds for an account; tables without any are left out. */
async function countRows(accountId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table, owner } of await ownedTables()) {
    const query = `select count(*) as n from "${table}" where "${owner}" = ?`;
    const row = await env.DB.prepare(query).bind(accountId).first<{ n: number }>();
    if (row && row.n > 0) counts[table] = row.n;
  }
  return counts;
}

/** One row at least in every table of accounts, an object in R2, and counters. */
async function fill(account: TestAccount): Promise<void> {
  const { id } = account;
  for (const { table, owner, columns } of await ownedTables()) {
    if (owner === 'id') continue;
    const row = columns.filter((c) => !(c.name === 'id' && c.type.toLowerCase() === 'integer'));
    const values = row.map((column) => {
      if (column.name === 'account_id') return id;
      return column.type.toLowerCase() === 'integer' ? 1 : random(16);
    });
    const names = row.map((column) => `"${column.name}"`).join(', ');
    const marks = row.map(() => '?').join(', ');
    await env.DB.prepare(`insert or ignore into "${table}" (${names}) values (${marks})`)
      .bind(...values)
      .run();
  }
  await env.LIBRARY.put(libraryKey(id, 'blob'), 'sealed');
  await signIn({ ...account, auth: freshAuth() });
}

test('leaving needs a step-up, is told by mail, and can be taken back for seven days', async () => {
  const account = await makeAccount();
  const options = { method: 'DELETE' };
  expect(await askAs(account.tokens, '/api/v1/account', options)).toMatchObject({
    status: 403,
    body: { error: { code: 'step-up-required' } },
  });
  const deleteAfter = await leave(account);
  expect(deleteAfter - Date.now()).toBeGreaterThan(7 * DAY_MS - 60_000);
  expect((await readNewestLetter(account.email))?.text).toMatch(/delet/i);
  expect(await leave(account)).toBe(deleteAfter);
  expect(await askAs(await signedIn(account), '/api/v1/account')).toMatchObject({
    body: { state: 'leaving', deleteAfter: new Date(deleteAfter).toISOString() },
  });
  await eraseAccounts(env, deleteAfter - 1);
  const back = await signedIn(account);
  const restore = { method: 'POST' };
  expect(await askAs(back, '/api/v1/account/restore', restore)).toMatchObject({ status: 204 });
  expect(await askAs(back, '/api/v1/account/restore', restore)).toMatchObject({ status: 204 });
  await eraseAccounts(env, deleteAfter + DAY_MS);
  expect(await askAs(back, '/api/v1/account')).toMatchObject({
    status: 200,
    body: { state: 'active' },
  });
});

test('after seven days nothing is left in D1, R2 and objects, and the address is free', async () => {
  const account = await makeAccount();
  const bystander = await makeAccount();
  await fill(account);
  const before = await countRows(account.id);
  expect(Object.keys(before).sort()).toEqual((await ownedTables()).map((t) => t.table).sort());
  const deleteAfter = await leave(account);
  await eraseAccounts(env, deleteAfter);
  expect(await countRows(account.id)).toEqual({});
  expect((await env.LIBRARY.list({ prefix: account.id })).objects).toEqual([]);
  const vault = env.VAULTS.getByName(account.id);
  const attempts = await attemptsAt(env, 'sign-in', account.email);
  for (const stub of [vault, attempts]) {
    await runInDurableObject(stub, async (_, { storage }) => {
      expect((await storage.list()).size).toBe(0);
    });
  }
  expect((await readNewestLetter(account.email))?.subject).toMatch(/delet/i);
  expect((await signIn(account)).status).toBe(401);
  expect((await askAs(account.tokens, '/api/v1/account')).status).toBe(401);
  const again = await prepareAccount();
  const code = await askForCode(account.email);
  expect((await signUp(account.email, code, again)).status).toBe(201);
  await signedIn(bystander);
});

test('a crash after the keys are forgotten leaves what nobody opens, and the next run ends it', async () => {
  const account = await makeAccount();
  const deleteAfter = await leave(account);
  expect(await forgetKeys(env.DB, account.id, deleteAfter - 1)).toBe(false);
  await signedIn(account, account.device);
  expect(await forgetKeys(env.DB, account.id, deleteAfter)).toBe(true);
  expect((await signIn(account, freshDevice())).status).toBe(401);
  const { results } = await env.DB.prepare('select * from accounts where id = ?')
    .bind(account.id)
    .all();
  const text = JSON.stringify(results);
  expect(text).not.toContain(account.request.wrappedUserKey);
  expect(text).not.toContain(account.request.recovery.wrappedUserKey);
  await eraseAccounts(env, deleteAfter);
  expect(await countRows(account.id)).toEqual({});
});
