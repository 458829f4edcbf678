import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type {
  AdminLogAnswer,
  OperatorAccountsAnswer,
  OperatorShare,
  ReportsAnswer,
} from '../../shared/api/contract.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { ask } from './support/call-api.ts';
import {
  activityOf,
  askAs,
  askSteppedUp,
  makeAdmin,
  makePerson,
  type TestPerson,
} from './support/make-person.ts';
import {
  claim,
  claimed,
  eventsOf,
  LARGE_LENGTH,
  makeShare,
  own,
  read,
  revoke,
  type TestShare,
} from './support/make-share.ts';
import { readMail } from './support/read-mail.ts';

const reason = 'It collects passwords of bank customers.';

function report({ id, probe }: TestShare, text = 'phishing') {
  return ask(`/api/v1/shares/${id}/report`, { json: { probe, reason: text } });
}

async function reportsOf(admin: TestPerson, share: TestShare, state = 'open') {
  const { body } = await askAs(admin, `/admin/reports?state=${state}`);
  return (body as ReportsAnswer).reports.filter(({ shareId }) => shareId === share.id);
}

async function logOf(admin: TestPerson) {
  const { body } = await askAs(admin, '/admin/log');
  return (body as AdminLogAnswer).log.filter(({ adminId }) => adminId === admin.id);
}

function error(code: string) {
  return { error: { code } };
}

describe('the queue of reports', () => {
  test('shows what readers told, until an admin closes it with a reason', async () => {
    const admin = await makeAdmin();
    const share = await makeShare();
    await report(share, 'first');
    await report(share, 'second');
    const open = await reportsOf(admin, share);
    expect(open.map((line) => line.reason)).toEqual(['second', 'first']);
    const path = `/admin/reports/${open[0]?.id}/close`;
    expect(await askAs(admin, path, { json: { reason: ' ' } })).toMatchObject({
      status: 400,
      body: { error: { path: 'reason' } },
    });
    expect((await askAs(admin, path, { json: { reason } })).status).toBe(204);
    const again = await askAs(admin, path, { json: { reason } });
    expect(again).toMatchObject({ status: 409, body: error('report-closed') });
    expect(await reportsOf(admin, share)).toMatchObject([{ reason: 'first' }]);
    expect(await reportsOf(admin, share, 'closed')).toMatchObject([
      { reason: 'second', closed: { ending: 'dismissed', reason } },
    ]);
    expect(await logOf(admin)).toMatchObject([
      { action: 'report-closed', target: String(open[0]?.id), reason, admin: admin.email },
    ]);
    await claimed(share);
    for (const id of ['999999999', 'x', '0', '1.5']) {
      const unknown = await askAs(admin, `/admin/reports/${id}/close`, { json: { reason } });
      expect(unknown).toMatchObject({ status: 404, body: error('not-found') });
    }
  });

  test('comes in pages', async () => {
    const admin = await makeAdmin();
    const insert = env.DB.prepare(
      'insert into reports (share_id, address, reason, created_at) values (?, ?, ?, ?)',
    );
    const shareId = encodeBase64url(randomBytes(16));
    const rows = Array.from({ length: 60 }, (_, n) => insert.bind(shareId, `a${n}`, `r${n}`, n));
    await env.DB.batch(rows);
    const first = (await askAs(admin, '/admin/reports')).body as ReportsAnswer;
    expect(first.reports).toHaveLength(50);
    const rest = await askAs(admin, `/admin/reports?before=${first.next}`);
    const { reports } = rest.body as ReportsAnswer;
    expect(reports.slice(0, 10).map((line) => line.reason)).toEqual(
      Array.from({ length: 10 }, (_, n) => `r${9 - n}`),
    );
    for (const query of ['before=x', 'before=-1', 'state=all']) {
      const wrong = await askAs(admin, `/admin/reports?${query}`);
      expect(wrong).toMatchObject({ status: 400, body: error('invalid-request') });
    }
  });
});

describe('a share', () => {
  test('shows all that can be known of it, which is nothing of its content', async () => {
    const admin = await makeAdmin();
    const share = await makeShare({ views: 3 });
    await claimed(share);
    await report(share);
    const { status, body } = await askAs(admin, `/admin/shares/${share.id}`);
    expect(status).toBe(200);
    expect(body as OperatorShare).toEqual({
      id: share.id,
      state: 'active',
      views: 3,
      remaining: 2,
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
      contentLength: share.content.length,
      hasContent: true,
      liveTickets: 1,
      events: { created: 1, revealed: 1, reported: 1 },
      reports: [expect.objectContaining({ reason: 'phishing' })],
    });
    expect(await logOf(admin)).toMatchObject([{ action: 'share-inspected', target: share.id }]);
    expect(await askAs(admin, `/admin/shares/${encodeBase64url(randomBytes(16))}`)).toMatchObject({
      status: 404,
      body: error('share-not-found'),
    });
  });

  test.each([
    ['inline', undefined],
    ['in R2', LARGE_LENGTH],
  ])('%s is taken down at once: no claim, no ticket, no ciphertext', async (_, contentLength) => {
    const admin = await makeAdmin();
    const share = await makeShare({ views: 5, ...(contentLength && { contentLength }) });
    const { ticket } = await claimed(share);
    await report(share);
    const path = `/admin/shares/${share.id}/take-down`;
    for (let time = 0; time < 2; time++) {
      expect(await askSteppedUp(admin, path, { json: { reason } })).toMatchObject({
        status: 200,
        body: { state: 'taken-down', hasContent: false, liveTickets: 0 },
      });
    }
    expect((await claim(share)).status).toBe(410);
    expect((await read(share, ticket)).status).toBe(410);
    expect(await env.CONTENT.head(share.id)).toBe(null);
    expect(await own(share)).toMatchObject({ body: { state: 'taken-down' } });
    const events = await eventsOf(share);
    expect(events.at(-1)).toMatchObject({ kind: 'taken-down', client: '', address: '', count: 1 });
    const { body } = await askAs(admin, `/admin/shares/${share.id}`);
    expect(body).toMatchObject({ state: 'taken-down', hasContent: false, liveTickets: 0 });
    expect(await reportsOf(admin, share)).toEqual([]);
    expect(await reportsOf(admin, share, 'closed')).toMatchObject([
      { closed: { ending: 'taken-down', reason } },
    ]);
    expect(await logOf(admin)).toContainEqual(
      expect.objectContaining({ action: 'share-taken-down', target: share.id, reason }),
    );
  });

  test('that ended otherwise keeps its first end', async () => {
    const admin = await makeAdmin();
    const share = await makeShare();
    await revoke(share);
    const path = `/admin/shares/${share.id}/take-down`;
    expect(await askSteppedUp(admin, path, { json: { reason } })).toMatchObject({
      status: 200,
      body: { state: 'revoked' },
    });
    expect(await own(share)).toMatchObject({ body: { state: 'revoked' } });
    const unknown = `/admin/shares/${encodeBase64url(randomBytes(16))}/take-down`;
    expect(await askSteppedUp(admin, unknown, { json: { reason } })).toMatchObject({
      status: 404,
      body: error('share-not-found'),
    });
  });
});

describe('an account', () => {
  async function find(admin: TestPerson, email: string) {
    const { body } = await askAs(admin, `/admin/accounts?email=${encodeURIComponent(email)}`);
    return (body as OperatorAccountsAnswer).accounts;
  }

  test('is found by its whole address only', async () => {
    const admin = await makeAdmin();
    const person = await makePerson();
    const email = person.email.toUpperCase();
    expect(await find(admin, email)).toEqual([
      {
        id: person.id,
        email: person.email,
        role: 'user',
        state: 'active',
        createdAt: expect.any(String),
        sessions: 1,
        lastSeenAt: expect.any(String),
        hasSecondFactor: false,
      },
    ]);
    expect(await find(admin, `x${person.email}`)).toEqual([]);
    expect(await askAs(admin, '/admin/accounts?email=inkseal.test')).toMatchObject({
      status: 400,
      body: { error: { path: 'email' } },
    });
    expect(await logOf(admin)).toMatchObject([{ action: 'account-inspected', target: person.id }]);
  });

  test('is suspended and restored, told by mail and log, at once', async () => {
    const admin = await makeAdmin();
    const person = await makePerson();
    const act = (what: string) =>
      askSteppedUp(admin, `/admin/accounts/${person.id}/${what}`, { json: { reason } });
    expect(await act('suspend')).toMatchObject({
      status: 200,
      body: { account: { id: person.id, state: 'suspended' } },
    });
    expect(await askAs(person, '/account/activity')).toMatchObject({
      status: 403,
      body: error('account-suspended'),
    });
    expect(await act('suspend')).toMatchObject({ status: 409, body: error('account-changed') });
    expect(await act('restore')).toMatchObject({
      status: 200,
      body: { account: { state: 'active' } },
    });
    expect(await act('restore')).toMatchObject({ status: 409, body: error('account-changed') });
    expect(await activityOf(person)).toEqual(['restored', 'suspended']);
    const letters = await readMail(person.email);
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Your Inkseal account is suspended',
      'Your Inkseal account works again',
    ]);
    expect(letters[0]?.text).toContain(reason);
    const actions = (await logOf(admin)).map(({ action }) => action);
    // What an act shows of the account is no look-up of its own.
    expect(actions).toEqual(['account-restored', 'account-suspended']);
  });

  test('that asked for its deletion still leaves after it was restored', async () => {
    const admin = await makeAdmin();
    const person = await makePerson();
    await env.DB.prepare("update accounts set state = 'leaving', delete_after = 9e12 where id = ?")
      .bind(person.id)
      .run();
    for (const what of ['suspend', 'restore']) {
      await askSteppedUp(admin, `/admin/accounts/${person.id}/${what}`, { json: { reason } });
    }
    expect(await find(admin, person.email)).toMatchObject([{ state: 'leaving' }]);
  });

  test('of an admin, one own and an unknown one are left alone', async () => {
    const admin = await makeAdmin();
    const other = await makeAdmin();
    const act = (id: string) =>
      askSteppedUp(admin, `/admin/accounts/${id}/suspend`, { json: { reason } });
    expect(await act(admin.id)).toMatchObject({ status: 409, body: error('own-account') });
    expect(await act(other.id)).toMatchObject({ status: 409, body: error('is-admin') });
    const unknown = await act(encodeBase64url(randomBytes(16)));
    expect(unknown).toMatchObject({ status: 404, body: error('not-found') });
  });

  test('becomes an admin, and stops being one, at once', async () => {
    const admin = await makeAdmin();
    const person = await makePerson();
    const path = `/admin/accounts/${person.id}/role`;
    const change = (role: string) => askSteppedUp(admin, path, { json: { role, reason } });
    expect((await askAs(person, '/admin/log')).status).toBe(403);
    expect(await change('admin')).toMatchObject({
      status: 200,
      body: { account: { role: 'admin' } },
    });
    expect((await askAs(person, '/admin/log')).status).toBe(200);
    expect((await change('user')).status).toBe(200);
    expect((await askAs(person, '/admin/log')).status).toBe(403);
    expect(await activityOf(person)).toEqual(['role-changed', 'role-changed']);
    const letters = await readMail(person.email);
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Your Inkseal account is an operator now',
      'Your Inkseal account is no operator any more',
    ]);
    for (const { text } of letters) expect(text).toContain(reason);
    expect((await change('root')).status).toBe(400);
  });

  test('that the environment names is an admin whatever its row says, and stays one', async () => {
    const named = await makePerson({ email: 'admin@inkseal.test' });
    const admin = await makeAdmin();
    expect((await askAs(named, '/admin/log')).status).toBe(200);
    for (const [what, json] of [
      ['suspend', { reason }],
      ['role', { role: 'user', reason }],
    ] as const) {
      const answer = await askSteppedUp(admin, `/admin/accounts/${named.id}/${what}`, { json });
      expect(answer).toMatchObject({ status: 409, body: error('is-admin') });
    }
    await env.DB.prepare('delete from accounts where id = ?').bind(named.id).run();
  });
});

test('is closed to users and guests, and its dangerous acts to admins who did not step up', async () => {
  const admin = await makeAdmin();
  const person = await makePerson();
  const id = encodeBase64url(randomBytes(16));
  const json = { reason };
  for (const [path, options, needsStepUp] of [
    ['/admin/reports', {}, false],
    ['/admin/log', {}, false],
    ['/admin/accounts?email=a@b.example', {}, false],
    [`/admin/shares/${id}`, {}, false],
    ['/admin/reports/1/close', { json }, false],
    [`/admin/shares/${id}/take-down`, { json }, true],
    [`/admin/accounts/${id}/suspend`, { json }, true],
    [`/admin/accounts/${id}/restore`, { json }, true],
    [`/admin/accounts/${id}/role`, { json: { ...json, role: 'user' } }, true],
  ] as const) {
    const user = await askSteppedUp(person, path, options);
    expect(user).toMatchObject({ status: 403, body: error('forbidden') });
    const guest = await ask(`/api/v1${path}`, options);
    expect(guest).toMatchObject({ status: 401, body: error('unauthorized') });
    if (needsStepUp) {
      const early = await askAs(admin, path, options);
      expect(early).toMatchObject({ status: 403, body: error('step-up-required') });
    }
  }
});
