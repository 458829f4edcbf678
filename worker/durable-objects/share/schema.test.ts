import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { PART_BYTES } from '../../../shared/api/limits.ts';
import { decodeBase64url, encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { type Bytes, concat, equalBytes } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import {
  acknowledge,
  bytesOf,
  claimed,
  complete,
  eventsOf,
  makeShare,
  own,
  prepareShare,
  putPart,
  read,
  stubOf,
  type TestShare,
} from '../../tests/support/make-share.ts';
import { SCHEMA_VERSION, type VersionedShare } from './schema.ts';

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
  await runInDurableObject(stubOf(share), async (_, { storage }) => {
    const now = Date.now();
    storage.sql.exec(VERSION_1);
    storage.sql.exec(
      `insert into share values (1, 1, ?, ?, ?, ?, ?, 3, 0, 0, 3, 3600000, ?, 'curl', 'AAAAAAAAAAA',
        ?, ?, ?, null, null, null, null, null, 1)`,
      ...keysOf(share),
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
    expect(storage.kv.get('share')).toMatchObject({ version: SCHEMA_VERSION });
    expect(tablesOf(storage)).toEqual([]);
    expect(await storage.getAlarm()).toBeLessThanOrEqual(Date.now() + 60_000);
  });
  await acknowledge(share, ticket);
  expect(await stubOf(share).hasContent()).toBe(false);
});

test('a store of version 2 keeps its claims: a live ticket reads on, the log names them in their order', async () => {
  const share = await prepareShare({ views: 3 });
  const { request } = share;
  const tickets = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  await runInDurableObject(stubOf(share), async (_, { storage }) => {
    const now = Date.now();
    storage.sql.exec(VERSION_1);
    storage.sql.exec('alter table share add column alarm_at integer not null default 0');
    storage.sql.exec(
      `insert into share values (1, 2, ?, ?, ?, ?, ?, 3, 2, 0, 3, 3600000, ?, 'curl', 'AAAAAAAAAAA',
        ?, ?, ?, null, null, null, null, null, 1, ?)`,
      ...keysOf(share),
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

test('a store of version 3 keeps its log, and an upload that it had begun goes on', async () => {
  const share = await prepareShare({ contentLength: PART_BYTES + 70_000 });
  const { request } = share;
  const parts = [PART_BYTES, 70_000].map((length) => new Uint8Array(length).fill(7));
  await runInDurableObject(stubOf(share), async (_, { storage }) => {
    const now = Date.now();
    const upload = await env.CONTENT.createMultipartUpload(share.id);
    const { etag } = await upload.uploadPart(1, parts[0] as Uint8Array<ArrayBuffer>);
    storage.sql.exec(VERSION_1);
    storage.sql.exec('drop table claims');
    storage.sql.exec('alter table share add column alarm_at integer not null default 0');
    storage.sql.exec("alter table share add column claims text not null default '[]'");
    storage.sql.exec('create table parts (n integer primary key, etag text not null)');
    storage.sql.exec(
      `insert into share values (1, 3, ?, ?, ?, ?, ?, 2, 0, 1, 2, 3600000, ?, 'curl', 'AAAAAAAAAAA',
        ?, null, ?, ?, ?, null, null, null, 1, ?, '[]')`,
      ...keysOf(share),
      now - 9,
      now + 3_600_000,
      PART_BYTES + 70_000,
      PART_BYTES,
      upload.uploadId,
      now + 3_600_000,
    );
    storage.sql.exec(
      'insert into sealed values (?, ?, null)',
      bytes(request.wrappedKey),
      bytes(request.meta),
    );
    storage.sql.exec('insert into parts values (1, ?)', etag);
    storage.sql.exec("insert into events values (1, ?, 'wrong-view', 3, 'Firefox', 'B')", now - 5);
  });
  await evictDurableObject(stubOf(share));

  expect((await putPart(share, 2, parts[1] as Uint8Array<ArrayBuffer>)).status).toBe(204);
  expect((await complete(share)).status).toBe(200);
  const told = (await eventsOf(share)).map(({ kind, count }) => `${kind} ${count}`);
  expect(told).toEqual(['created 1', 'wrong-view 3']);
  const { ticket, wrappedKey, remaining } = await claimed(share);
  expect({ wrappedKey, remaining }).toEqual({ wrappedKey: request.wrappedKey, remaining: 1 });
  const content = await bytesOf(await read(share, ticket));
  expect(equalBytes(content, concat(...parts))).toBe(true);
});

test('an upgraded store has the same values as a new one', async () => {
  const valuesOf = (share: { id: string }) =>
    runInDurableObject(stubOf(share), (_, { storage }) => {
      const { version, share } = storage.kv.get<VersionedShare>('share') as VersionedShare;
      const types = Object.entries(share).map(([key, value]) => [key, typeOf(value)]);
      const sealed = Object.keys(storage.kv.get('sealed') ?? {}).sort();
      return { version, types: Object.fromEntries(types), sealed, tables: tablesOf(storage) };
    });
  const old = await prepareShare();
  await runInDurableObject(stubOf(old), (_, { storage }) => {
    storage.sql.exec(VERSION_1);
    storage.sql.exec(
      "insert into share values (1, 1, '', x'00', x'00', x'00', x'00', 1, 0, 0, 1, 1, 1, '', '', 1, 1, 1, null, null, null, null, null, 0)",
    );
    storage.sql.exec("insert into sealed values (x'00', x'00', x'00')");
  });
  await evictDurableObject(stubOf(old));
  expect(await stubOf(old).hasContent()).toBe(false);
  const anew = await valuesOf(await makeShare());
  expect(await valuesOf(old)).toEqual({
    ...anew,
    types: { ...anew.types, ended: 'string', endedAt: 'number' },
  });
});

test('a store of a later release is not touched', async () => {
  const share = await makeShare();
  await runInDurableObject(stubOf(share), (_, { storage }) => {
    const stored = storage.kv.get<VersionedShare>('share');
    storage.kv.put('share', { ...stored, version: SCHEMA_VERSION + 1 });
  });
  await evictDurableObject(stubOf(share));
  expect(await own(share)).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
});

/** The first columns of `share`: its id, the hashes that open it, and its fingerprint. */
function keysOf({ id, request: { probeHash, viewHash, ownerHash } }: TestShare): SqlStorageValue[] {
  const hashes = [probeHash, viewHash, ownerHash].map((text) => bytes(text).buffer);
  return [id, ...hashes, new Uint8Array(32).buffer];
}

function bytes(text: string | undefined): Bytes {
  return decodeBase64url(text ?? '');
}

function tablesOf(storage: DurableObjectStorage): string[] {
  return storage.sql
    .exec<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\'",
    )
    .toArray()
    .map(({ name }) => name);
}

function typeOf(value: unknown): string {
  return value instanceof Object ? value.constructor.name : typeof value;
}
