import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import {
  acknowledge,
  claimed,
  eventsOf,
  makeShare,
  own,
  prepareShare,
  read,
  stubOf,
} from '../../tests/support/make-share.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** The tables of version 1, as its release made them. */
const VERSION_1 = `
create table share (
  only_row integer primary key check (only_row = 1), schema_version integer not null,
  id text not null, probe_hash blob not null, view_hash blob not null, owner_hash blob not null,
  fingerprint blob not null, views integer not null, views_taken integer not null,
  wrong_views integer not null, first_views integer not null, lifetime_ms integer not null,
  created_at integer not null, created_client text not null, created_address text not null,
  expires_at integer not null, first_expires_at integer, content_length integer not null,
  part_length integer, upload_id text, ended text, ended_at integer, revoked_at integer,
  has_content integer not null
);
create table sealed (wrapped_key blob not null, meta blob not null, content blob);
create table claims (
  ticket_hash blob primary key, remaining integer not null, claimed_at integer not null,
  used_at integer not null, acknowledged_at integer, client text not null, address text not null,
  after_event integer not null
) without rowid;
create table events (
  seq integer primary key, at integer not null, kind text not null, count integer not null,
  client text not null, address text not null
);`;

test('a store of version 1 is read, claimed, narrowed and swept by this release', async () => {
  const share = await prepareShare({ views: 3 });
  const { request } = share;
  const bytes = (text: string | undefined) => decodeBase64url(text ?? '');
  await runInDurableObject(stubOf(share), async (_, { storage }) => {
    const now = Date.now();
    storage.sql.exec(VERSION_1);
    storage.sql.exec(
      `insert into share values (1, 1, ?, ?, ?, ?, ?, 3, 0, 0, 3, 3600000, ?, 'curl', 'AAAAAAAAAAA',
        ?, ?, ?, null, null, null, null, null, 1)`,
      share.id,
      bytes(request.probeHash),
      bytes(request.viewHash),
      bytes(request.ownerHash),
      new Uint8Array(32),
      now,
      now + 3_600_000,
      now + 3_600_000,
      share.content.length,
    );
    storage.sql.exec(
      'insert into sealed values (?, ?, ?)',
      bytes(request.wrappedKey),
      bytes(request.meta),
      share.content,
    );
    await storage.setAlarm(now + 3_600_000);
  });
  await evictDurableObject(stubOf(share));

  expect(await own(share)).toMatchObject({ body: { state: 'active', views: 3, remaining: 3 } });
  const { ticket, content } = await claimed(share);
  expect(content).toBe(request.content);
  const json = { views: 1, expiresInSeconds: 60 };
  expect(await own(share, { method: 'PATCH', json })).toMatchObject({ body: { state: 'used-up' } });
  await runInDurableObject(stubOf(share), async (_, { storage }) => {
    const { version } = storage.sql
      .exec<{ version: number }>('select schema_version as version from share')
      .one();
    expect(version).toBe(SCHEMA_VERSION);
    expect(await storage.getAlarm()).toBeLessThanOrEqual(Date.now() + 60_000);
  });
  await acknowledge(share, ticket);
  expect(await stubOf(share).hasContent()).toBe(false);
});

test('a store of version 2 keeps its claims: a live ticket reads on, the log names them in their order', async () => {
  const share = await prepareShare({ views: 3 });
  const { request } = share;
  const bytes = (text: string | undefined) => decodeBase64url(text ?? '');
  const tickets = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  await runInDurableObject(stubOf(share), async (_, { storage }) => {
    const now = Date.now();
    storage.sql.exec(VERSION_1);
    storage.sql.exec('alter table share add column alarm_at integer not null default 0');
    storage.sql.exec(
      `insert into share values (1, 2, ?, ?, ?, ?, ?, 3, 2, 0, 3, 3600000, ?, 'curl', 'AAAAAAAAAAA',
        ?, ?, ?, null, null, null, null, null, 1, ?)`,
      share.id,
      bytes(request.probeHash),
      bytes(request.viewHash),
      bytes(request.ownerHash),
      new Uint8Array(32),
      now - 9,
      now + 3_600_000,
      now + 3_600_000,
      share.content.length,
      now + 3_600_000,
    );
    storage.sql.exec(
      'insert into sealed values (?, ?, ?)',
      bytes(request.wrappedKey),
      bytes(request.meta),
      share.content,
    );
    const claim = 'insert into claims values (?, ?, ?, ?, ?, ?, ?, ?)';
    const [first, second] = await Promise.all(tickets.map((ticket) => sha256(ticket)));
    storage.sql.exec(claim, first, 2, now - 5, now - 5, now - 3, 'Firefox', 'B', 1);
    storage.sql.exec(claim, second, 1, now - 5, now - 5, null, 'Chrome', 'C', 1);
    const event = "insert into events values (?, ?, ?, 1, 'Firefox', 'B')";
    storage.sql.exec(event, 1, now - 5, 'opened');
    storage.sql.exec(event, 2, now - 5, 'opened');
  });
  await evictDurableObject(stubOf(share));

  const [dead, live] = tickets.map((ticket) => encodeBase64url(ticket));
  expect(await read(share, dead ?? '')).toMatchObject({ status: 410 });
  expect(await read(share, live ?? '')).toMatchObject({ status: 200 });
  const told = (await eventsOf(share)).map(({ kind, client }) => `${kind} ${client}`);
  expect(told).toEqual([
    'created curl',
    'opened Firefox',
    'revealed Firefox',
    'revealed Chrome',
    'opened Firefox',
  ]);
  await claimed(share);
  expect(await own(share)).toMatchObject({ body: { state: 'used-up', remaining: 0 } });
});

test('an upgraded store has the same columns as a new one', async () => {
  const columnsOf = (share: { id: string }) =>
    runInDurableObject(stubOf(share), (_, { storage }) =>
      storage.sql
        .exec<{ name: string }>('select name from pragma_table_info(?) order by name', 'share')
        .toArray(),
    );
  const old = await prepareShare();
  await runInDurableObject(stubOf(old), (_, { storage }) => {
    storage.sql.exec(VERSION_1);
    storage.sql.exec(
      "insert into share values (1, 1, '', '', '', '', '', 1, 0, 0, 1, 1, 1, '', '', 1, 1, 1, null, null, null, null, null, 0)",
    );
  });
  await evictDurableObject(stubOf(old));
  expect(await stubOf(old).hasContent()).toBe(false);
  expect(await columnsOf(old)).toEqual(await columnsOf(await makeShare()));
});

test('a store of a later release is not touched', async () => {
  const share = await makeShare();
  await runInDurableObject(stubOf(share), (_, { storage }) => {
    storage.sql.exec('update share set schema_version = ?', SCHEMA_VERSION + 1);
  });
  await evictDurableObject(stubOf(share));
  expect(await own(share)).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
});
