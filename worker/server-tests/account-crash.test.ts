import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  freshAuth,
  freshDevice,
  freshKit,
  freshManifest,
  freshWrap,
} from '../tests/support/prepare-account.ts';
import {
  type AccountServer,
  type MadeAccount,
  makeAccount,
  openRecovery,
  startAccountServer,
  trySignIn,
} from './support/account-server.ts';
import { post } from './support/requests.ts';
import { prepareCrash } from './support/test-server.ts';

/** Kills at that many moments, spread over the time that the act takes. */
const ROUNDS = 4;

let server: AccountServer;
beforeAll(async () => {
  server = await startAccountServer();
});
afterAll(() => server.stop());

/** What takes the place of what opens the account. */
type NewLock = ReturnType<typeof newLock>;

function newLock({ request }: MadeAccount) {
  return {
    kdf: request.kdf,
    wrappedUserKey: freshWrap(),
    manifest: freshManifest(),
    manifestCounter: 2,
  };
}

/** Each act that changes the password: what it asks first, and then, in one request, what is killed. */
const ACTS = {
  'password-changed': async ({ request, tokens }: MadeAccount) => ({
    path: '/account/password',
    token: tokens.accessToken,
    body: (newAuth: string, lock: NewLock) => ({ auth: request.auth, newAuth, ...lock }),
  }),
  recovery: async (account: MadeAccount) => {
    const { recovery } = await openRecovery(server, account);
    return {
      path: '/recovery/finish',
      token: undefined,
      body: (auth: string, lock: NewLock) => ({
        recovery,
        auth,
        ...lock,
        newKit: freshKit(),
        device: freshDevice(),
      }),
    };
  },
} as const;

async function query<Row>(sql: string, ...values: readonly string[]): Promise<Row | null> {
  const database = await server.server.miniflare.getD1Database('DB');
  return database
    .prepare(sql)
    .bind(...values)
    .first<Row>();
}

test.each(['password-changed', 'recovery'] as const)(
  'killed at any moment of %s, exactly one password opens, and all belongs to it',
  async (kind) => {
    const states: string[] = [];
    let wholeMs = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      const account = await makeAccount(server, `${kind}-${round}@example.org`);
      const { email, request } = account;
      const { path, token, body } = await ACTS[kind](account);
      const lock = newLock(account);
      const newAuth = freshAuth();
      const kill = await prepareCrash(server);
      const started = performance.now();
      const asked = ask(path, body(newAuth, lock), token);
      if (round === 0) {
        // Not killed: it shows how long the act takes, and that it does change the password.
        expect((await asked)?.ok).toBe(true);
        wholeMs = performance.now() - started;
      } else {
        // The first one at once: later calls are faster than the one that was measured.
        await sleep((wholeMs * (round - 1)) / ROUNDS);
        await kill();
        await asked;
      }
      const opensWith = [
        await trySignIn(server.url, email, request.auth),
        await trySignIn(server.url, email, newAuth),
      ];
      expect({ round, opensWith: opensWith.toSorted() }).toEqual({ round, opensWith: [200, 401] });
      const isNew = opensWith[1] === 200;
      states.push(isNew ? 'new' : 'old');
      const stored = await query(
        `select wrapped_user_key, envelope, counter,
          recovery_auth_hash <> '' as has_kit,
          (select count(*) from audit where account_id = accounts.id and kind = ?) as acts
        from accounts join manifests on manifests.account_id = accounts.id where accounts.id = ?`,
        kind,
        request.id,
      );
      expect(stored).toEqual({
        wrapped_user_key: isNew ? lock.wrappedUserKey : request.wrappedUserKey,
        envelope: isNew ? lock.manifest : request.manifest,
        counter: isNew ? 2 : 1,
        has_kit: 1,
        acts: isNew ? 1 : 0,
      });
    }
    // Kills at one end of the act alone would prove nothing.
    expect(states[0]).toBe('new');
    expect(states).toContain('old');
  },
);

test('killed at any moment of its deletion, an account is whole or opens no more, and in the end nothing is left', async () => {
  let wholeMs = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const { email, request } = await makeAccount(server, `deletion-${round}@example.org`);
    const { id } = request;
    await query(
      "update accounts set state = 'leaving', delete_after = 1 where id = ? returning id",
      id,
    );
    const kill = await prepareCrash(server);
    const started = performance.now();
    const erasing = erase();
    if (round === 0) {
      await erasing;
      wholeMs = performance.now() - started;
    } else {
      await sleep((wholeMs * (round - 0.5)) / ROUNDS);
      await kill();
      await erasing;
      await expectWholeOrClosed(id, email, request.auth);
      await erase();
    }
    expect(await whereIs(id)).toEqual([]);
    expect(await trySignIn(server.url, email, request.auth)).toBe(401);
  }
});

/** The hourly cron trigger, which may be killed. */
async function erase(): Promise<void> {
  try {
    const worker = await server.server.miniflare.getWorker('inkseal');
    await worker.scheduled({ cron: '17 * * * *' });
  } catch {
    // workerd went away meanwhile.
  }
}

async function expectWholeOrClosed(id: string, email: string, auth: string): Promise<void> {
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
  } else {
    expect(status).toBe(401);
    if (left !== null) expect(left).toEqual({ wrap: '', kit: '', keys: 0, manifests: 0 });
  }
}

/** The tables in which anything of the account is left. */
async function whereIs(id: string): Promise<string[]> {
  const database = await server.server.miniflare.getD1Database('DB');
  const { results } = await database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\'",
    )
    .all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of results) {
    const rows = await database.prepare(`select * from "${name}"`).all();
    if (JSON.stringify(rows.results).includes(id)) found.push(name);
  }
  return found;
}

async function ask(
  path: string,
  body: object,
  token: string | undefined,
): Promise<Response | null> {
  try {
    const answer = await post(`${server.url}/api/v1${path}`, body, undefined, token);
    await answer.body?.cancel();
    return answer;
  } catch {
    return null;
  }
}
