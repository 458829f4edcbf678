import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecoveryAnswer, StepUpAnswer } from '../../shared/api/contract.ts';
import {
  freshAuth,
  freshDevice,
  freshId,
  freshKit,
  freshManifest,
  freshWrap,
} from '../tests/support/prepare-account.ts';
import {
  answered,
  askForCode,
  type MadeAccount,
  type MailingServer,
  makeAccount,
  trySignIn,
  withMailbox,
} from './support/account-server.ts';
import { type BareServer, startBareServer } from './support/bare-server.ts';
import { bundleStoppingWorker } from './support/bundle-stopping.ts';
import { post } from './support/requests.ts';
import { type Killed, killAtEachWrite } from './support/stop-at-writes.ts';

/* A crash between any two writes of an act, and in the middle of the one that decides. */

let folder: string;
let server: BareServer & MailingServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkseal-stopping-'));
  const bundlePath = await bundleStoppingWorker(folder);
  const without = ['CREATE_LIMIT', 'OPEN_LIMIT', 'ACCOUNT_LIMIT'];
  server = await withMailbox((configure) => startBareServer({ without, configure, bundlePath }));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function ask<Answer>(path: string, body: object, token?: string): Promise<Answer> {
  return answered(post(`${server.url}/api/v1${path}`, body, undefined, token));
}

/** Asks the Worker that stops. */
function askInside<Answer>(path: string, body: unknown): Promise<Answer> {
  return answered(post(`${server.url}/stopping${path}`, body));
}

async function query<Row>(sql: string, ...values: readonly string[]): Promise<Row | null> {
  const [rows] = await askInside<[Row[]]>('/query', [{ sql, values }]);
  return rows[0] ?? null;
}

/** An account that another browser is signed in to, too. */
async function makeSharedAccount(): Promise<MadeAccount> {
  const account = await makeAccount(server, `${freshId().toLowerCase()}@example.org`);
  await trySignIn(server.url, account.email, account.request.auth);
  return account;
}

/** What takes the place of what opens the account. */
function newLock({ request }: MadeAccount) {
  return {
    kdf: request.kdf,
    wrappedUserKey: freshWrap(),
    manifest: freshManifest(),
    manifestCounter: 2,
  };
}

/** Whether the old password opens the account or the new one: exactly one, and all belongs to it. */
async function readLock(
  { email, request }: MadeAccount,
  kind: 'password-changed' | 'recovery',
  lock: ReturnType<typeof newLock>,
  newAuth: string,
): Promise<'before' | 'after'> {
  const opensWith = [
    await trySignIn(server.url, email, request.auth),
    await trySignIn(server.url, email, newAuth),
  ];
  expect(opensWith.toSorted()).toEqual([200, 401]);
  const isNew = opensWith[1] === 200;
  const stored = await query(
    `select wrapped_user_key, envelope, counter,
      recovery_wrapped_user_key = ? as has_old_kit,
      (select count(*) from audit where account_id = accounts.id and kind = ?) as acts
    from accounts join manifests on manifests.account_id = accounts.id where accounts.id = ?`,
    request.recovery.wrappedUserKey,
    kind,
    request.id,
  );
  expect(stored).toEqual({
    wrapped_user_key: isNew ? lock.wrappedUserKey : request.wrappedUserKey,
    envelope: isNew ? lock.manifest : request.manifest,
    counter: isNew ? 2 : 1,
    has_old_kit: kind === 'recovery' && isNew ? 0 : 1,
    acts: isNew ? 1 : 0,
  });
  return isNew ? 'after' : 'before';
}

async function prepareChange(): Promise<Killed> {
  const account = await makeSharedAccount();
  const [newAuth, lock] = [freshAuth(), newLock(account)];
  const { request, tokens } = account;
  const body = { auth: request.auth, newAuth, ...lock };
  return {
    act: () => ask('/account/password', body, tokens.accessToken),
    readState: () => readLock(account, 'password-changed', lock, newAuth),
  };
}

async function prepareRecovery(): Promise<Killed> {
  const account = await makeSharedAccount();
  const { email, request } = account;
  const [auth, lock] = [freshAuth(), newLock(account)];
  const code = await askForCode(server, email, 'recovery');
  return {
    async act() {
      const kit = { email, code, auth: request.recovery.auth };
      const { recovery } = await ask<RecoveryAnswer>('/recovery', kit);
      const body = { recovery, auth, ...lock, newKit: freshKit(), device: freshDevice() };
      await ask('/recovery/finish', body);
    },
    readState: () => readLock(account, 'recovery', lock, auth),
  };
}

test.each([
  ['a change of password', prepareChange],
  ['a recovery', prepareRecovery],
])(
  'killed at each write of %s, exactly one password opens, and all belongs to it',
  async (_, prepare) => {
    const states = await killAtEachWrite(server, prepare);
    // The old one up to some write, and the new one from there on.
    expect(states).toEqual(states.toSorted().toReversed());
    expect(states[0]).toBe('before');
    expect(states.at(-1)).toBe('after');
  },
);

test('killed at each write of planning its deletion, an account opens, and is being deleted or is not', async () => {
  const states = await killAtEachWrite(server, async () => {
    const { email, request, tokens } = await makeSharedAccount();
    const { id, auth } = request;
    return {
      async act() {
        const { accessToken } = await ask<StepUpAnswer>('/step-up', { auth }, tokens.accessToken);
        const headers = { authorization: `Bearer ${accessToken}` };
        await answered(fetch(`${server.url}/api/v1/account`, { method: 'DELETE', headers }));
      },
      async readState() {
        expect(await trySignIn(server.url, email, auth)).toBe(200);
        const found = await query<{ state: string; dates: number; acts: number }>(
          `select state, delete_after is not null as dates,
            (select count(*) from audit where account_id = accounts.id and kind = 'deletion-asked') as acts
          from accounts where id = ?`,
          id,
        );
        const isLeaving = found?.state === 'leaving';
        const whole = isLeaving ? { dates: 1, acts: 1 } : { state: 'active', dates: 0, acts: 0 };
        expect(found).toMatchObject(whole);
        return isLeaving ? 'after' : 'before';
      },
    };
  });
  expect(states[0]).toBe('before');
  expect(states.at(-1)).toBe('after');
});

test('killed at each write of its erasure, an account is whole or opens no more; the next run leaves nothing', async () => {
  const erased: string[] = [];
  const states = await killAtEachWrite(server, async () => {
    const { email, request } = await makeSharedAccount();
    const { id, auth } = request;
    await askInside('/put', `${id}/${freshId()}`);
    return {
      async act() {
        await query(
          "update accounts set state = 'leaving', delete_after = 1 where id = ? returning id",
          id,
        );
        await answered(fetch(`${server.url}/stopping/erase`));
      },
      async readState() {
        if (await expectWholeOrClosed(id, email, auth)) return 'before';
        const objects = await askInside<string[]>('/list', `${id}/`);
        const left = [...(await tablesWith(id)), ...objects];
        if (left.length > 0) return 'before';
        erased.push(id);
        return 'after';
      },
    };
  });
  // Until the last write something is left, for the next run to find.
  expect(states.indexOf('after')).toBe(states.length - 1);
  expect(erased).toHaveLength(states.length + 2);
});

/** Whether it opens; else all its keys are gone. */
async function expectWholeOrClosed(id: string, email: string, auth: string): Promise<boolean> {
  const status = await trySignIn(server.url, email, auth);
  const left = await query<{ wrap: string; kit: string; keys: number; manifests: number }>(
    `select wrapped_user_key as wrap, recovery_wrapped_user_key as kit,
      (select count(*) from account_keys where account_id = accounts.id) as keys,
      (select count(*) from manifests where account_id = accounts.id) as manifests
    from accounts where id = ?`,
    id,
  );
  if (status === 200) {
    expect(left).toMatchObject({ keys: 2, manifests: 1 });
    expect([left?.wrap, left?.kit]).not.toContain('');
    return true;
  }
  expect(status).toBe(401);
  if (left !== null) expect(left).toEqual({ wrap: '', kit: '', keys: 0, manifests: 0 });
  return false;
}

/** The tables in which anything of the account is left. */
async function tablesWith(id: string): Promise<string[]> {
  const sql =
    "select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\'";
  const [tables] = await askInside<[{ name: string }[]]>('/query', [{ sql }]);
  const selects = tables.map(({ name }) => ({ sql: `select * from "${name}"` }));
  const rows = await askInside<object[][]>('/query', selects);
  return tables
    .filter((_, index) => JSON.stringify(rows[index]).includes(id))
    .map(({ name }) => name);
}
