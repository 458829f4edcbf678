import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { BIN_DAYS, TOMBSTONE_DAYS, VERSIONS_KEPT } from '../../shared/api/library-limits.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { equalBytes, randomBytes } from '../../shared/crypto/bytes.ts';
import { forgetLibrary } from '../storage/library.ts';
import { sweepLibrary } from '../storage/sweep-library.ts';
import { restoreSnapshot, takeSnapshot } from './support/hostile-server.ts';
import {
  act,
  countBlobs,
  LIBRARY,
  makeItem,
  pull,
  push,
  pushOk,
  readChanges,
  readUsage,
  sumVersions,
} from './support/library-steps.ts';
import { makeUser } from './support/make-user.ts';

const DAY_MS = 86_400_000;

test('what is pushed comes back, in the order of its changes, and counts', async () => {
  const user = await makeUser();
  const items = [makeItem(), makeItem({ size: 9000 }), makeItem()];
  const pushed = await pushOk(user, ...items);
  expect(pushed.items).toEqual(items.map(({ id }) => ({ id, kept: true, version: 1 })));
  const { changes, sequence, more } = await readChanges(user);
  expect(
    changes.map(({ id, version, size, wrappedKey, deleted }) => [
      id,
      version,
      size,
      wrappedKey,
      deleted,
    ]),
  ).toEqual(items.map(({ id, wrappedKey, body }) => [id, 1, body.length, wrappedKey, false]));
  expect([sequence, more]).toEqual([pushed.sequence, false]);
  const pulled = await pull(
    user,
    items.map(({ id }) => ({ id, version: 1 })),
  );
  expect(pulled.map(({ body }) => body)).toEqual(items.map(({ body }) => body));
  const used = items.reduce((sum, { body }) => sum + body.length, 0);
  expect(await readUsage(user)).toEqual({
    used,
    limit: env.LIBRARY_QUOTA_BYTES,
    items: 3,
    sequence,
  });
  expect((await readChanges(user, sequence)).changes).toEqual([]);
});

test('of two that were made from one version, the first is kept and the second told where it stands', async () => {
  const user = await makeUser();
  const first = makeItem();
  await pushOk(user, first);
  const { id } = first;
  const rivals = Array.from({ length: 8 }, () => makeItem({ id, base: 1 }));
  const answers = await Promise.all(rivals.map((rival) => pushOk(user, rival, makeItem())));
  const kept = answers.filter(({ items }) => items[0]?.kept);
  expect(kept).toHaveLength(1);
  for (const { items } of answers) {
    expect(items[0]?.version).toBe(2);
    expect(items[1]).toMatchObject({ kept: true, version: 1 });
  }
  // The sizes of all that was refused were given back, and their bodies deleted.
  expect((await readUsage(user)).used).toBe(await sumVersions(user));
  await expect.poll(() => countBlobs(user)).toBe(10);
  const winner = rivals[answers.findIndex(({ items }) => items[0]?.kept)];
  const [newest] = await pull(user, [{ id, version: 2 }]);
  expect(newest?.body).toEqual(winner?.body);
});

test('the quota is exact, however many come at once, and what does not fit changes nothing', async () => {
  const user = await makeUser();
  const size = 8_000_000;
  const limit = env.LIBRARY_QUOTA_BYTES;
  await runInDurableObject(env.VAULTS.getByName(user.accountId), (vault) => {
    vault.settle(reserveOk(vault.reserve(user.accountId, 0, limit)), {
      added: limit - 2 * size - 100,
      freed: 0,
    });
  });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => push(user, [makeItem({ size })])),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 413, 413, 413, 413]);
  const refused = answers.find(({ status }) => status === 413);
  expect(await refused?.json()).toMatchObject({
    error: { code: 'quota-exceeded', limit, used: expect.any(Number) },
  });
  expect(await countBlobs(user)).toBe(2);
  expect((await readUsage(user)).used).toBe(limit - 100);
});

test('20 versions of an item stay, each with its body and key', async () => {
  const user = await makeUser();
  const { id } = makeItem();
  for (let base = 0; base < VERSIONS_KEPT + 2; base++) await pushOk(user, makeItem({ id, base }));
  const answer = await user.call(`${LIBRARY}/items/${id}/versions`);
  const { versions } = (await answer.json()) as { versions: { version: number }[] };
  expect(versions.map(({ version }) => version)).toEqual(
    Array.from({ length: VERSIONS_KEPT }, (_, n) => VERSIONS_KEPT + 2 - n),
  );
  await expect.poll(() => countBlobs(user)).toBe(VERSIONS_KEPT);
  expect((await readUsage(user)).used).toBe(await sumVersions(user));
  const old = await user.call(`${LIBRARY}/items/${id}/versions/3`, {
    headers: { range: 'bytes=4-7' },
  });
  expect([old.status, (await old.arrayBuffer()).byteLength]).toEqual([206, 4]);
  expect((await user.call(`${LIBRARY}/items/${id}/versions/2`)).status).toBe(404);
});

test('the bin gives back for 30 days; then the sweep deletes, and nothing is left but that it was', async () => {
  const user = await makeUser();
  const [kept, binned] = [makeItem(), makeItem()];
  const { sequence } = await pushOk(user, kept, binned);
  const version = { id: binned.id, version: 1 };
  expect((await act(user, 'bin', version)).items).toEqual([{ ...version, done: true }]);
  expect((await act(user, 'unbin', version)).items).toEqual([{ ...version, done: true }]);
  await act(user, 'bin', version);
  const { changes } = await readChanges(user, sequence);
  expect(changes).toEqual([
    expect.objectContaining({ id: binned.id, binnedAt: expect.any(String) }),
  ]);
  await sweepLibrary(env, Date.now() + BIN_DAYS * DAY_MS - 60_000);
  expect(await countBlobs(user)).toBe(2);
  await sweepLibrary(env, Date.now() + BIN_DAYS * DAY_MS + 60_000);
  expect(await countBlobs(user)).toBe(1);
  expect((await readUsage(user)).used).toBe(kept.body.length);
  expect((await readChanges(user, sequence)).changes).toEqual([
    expect.objectContaining({ id: binned.id, deleted: true }),
  ]);
  expect((await act(user, 'unbin', version)).items).toEqual([{ ...version, done: false }]);
});

test('deleting needs the present version; a deletion is told for 90 days, then all is read anew', async () => {
  const user = await makeUser();
  const item = makeItem();
  await pushOk(user, item);
  await pushOk(user, makeItem({ id: item.id, base: 1 }));
  expect((await act(user, 'delete', { id: item.id, version: 1 })).items).toEqual([
    { id: item.id, version: 2, done: false },
  ]);
  const { sequence } = await act(user, 'delete', { id: item.id, version: 2 });
  expect(await readUsage(user)).toMatchObject({ used: 0, items: 0 });
  expect(await countBlobs(user)).toBe(0);
  // Its number goes on where somebody makes it again.
  const [again] = (await pushOk(user, makeItem({ id: item.id, base: 0 }))).items;
  expect(again).toEqual({ id: item.id, kept: false, version: 2 });
  await sweepLibrary(env, Date.now() + (TOMBSTONE_DAYS + 1) * DAY_MS);
  expect(await readChanges(user)).toMatchObject({ changes: [], forgotten: sequence });
});

test('a long body comes in parts; its room is held until then, and given back where it is dropped', async () => {
  const user = await makeUser();
  const { id, wrappedKey, body } = makeItem({ size: 8_388_608 + 5000 });
  const start = { json: { generation: 1, id, base: 0, size: body.length, wrappedKey } };
  const answer = await user.call(`${LIBRARY}/uploads`, start);
  const { upload, partLength, parts } = (await answer.json()) as Record<string, number>;
  expect([answer.status, parts]).toEqual([201, 2]);
  expect((await readUsage(user)).used).toBe(body.length);
  const path = `${LIBRARY}/uploads/${upload}`;
  const putPart = (n: number, bytes: Uint8Array<ArrayBuffer>) =>
    user.call(`${path}/parts/${n}`, { method: 'PUT', bytes });
  const [first, second] = [body.subarray(0, partLength), body.subarray(partLength)];
  expect((await putPart(1, second)).status).toBe(400);
  expect((await putPart(1, first)).status).toBe(204);
  const complete = () => user.call(`${path}/complete`, { method: 'POST' });
  expect((await complete()).status).toBe(409);
  expect((await putPart(2, second)).status).toBe(204);
  expect(await (await complete()).json()).toMatchObject({
    items: [{ id, kept: true, version: 1 }],
  });
  // The same answer where the first one was lost.
  expect(await (await complete()).json()).toMatchObject({
    items: [{ id, kept: true, version: 1 }],
  });
  const whole = await user.call(`${LIBRARY}/items/${id}/versions/1`);
  expect(equalBytes(new Uint8Array(await whole.arrayBuffer()), body)).toBe(true);

  const other = (await (
    await user.call(`${LIBRARY}/uploads`, { json: { ...start.json, base: 1 } })
  ).json()) as { upload: string };
  expect((await user.call(`${LIBRARY}/uploads/${other.upload}`, { method: 'DELETE' })).status).toBe(
    204,
  );
  expect(
    (await user.call(`${LIBRARY}/uploads/${other.upload}/complete`, { method: 'POST' })).status,
  ).toBe(404);
  expect((await readUsage(user)).used).toBe(body.length);
});

test('another account’s ids answer like ids that nobody has, on every route', async () => {
  const [owner, other] = [await makeUser(), await makeUser()];
  const item = makeItem();
  await pushOk(owner, item);
  const started = await owner.call(`${LIBRARY}/uploads`, {
    json: { generation: 1, id: item.id, base: 1, size: 9_000_000, wrappedKey: item.wrappedKey },
  });
  const { upload } = (await started.json()) as { upload: string };
  const tell = async (id: string, uploadId: string) => {
    const version = { id, version: 1 };
    const answers = await Promise.all([
      other.call(`${LIBRARY}/items/${id}/versions`),
      other.call(`${LIBRARY}/items/${id}/versions/1`),
      other.call(`${LIBRARY}/pull`, { json: { items: [version] } }),
      other.call(`${LIBRARY}/bin`, { json: { items: [version] } }),
      other.call(`${LIBRARY}/delete`, { json: { items: [version] } }),
      other.call(`${LIBRARY}/uploads/${uploadId}/parts/1`, { method: 'PUT', bytes: 'x' }),
      other.call(`${LIBRARY}/uploads/${uploadId}/complete`, { method: 'POST' }),
      other.call(`${LIBRARY}/uploads/${uploadId}`, { method: 'DELETE' }),
    ]);
    return Promise.all(
      answers.map(async (it) => `${it.status} ${(await it.text()).replaceAll(id, 'ID')}`),
    );
  };
  const fresh = () => encodeBase64url(randomBytes(16));
  expect(await tell(item.id, upload)).toEqual(await tell(fresh(), fresh()));
  // Under the same id each has an item of their own.
  expect((await pushOk(other, makeItem({ id: item.id }))).items[0]).toMatchObject({ kept: true });
  expect((await pull(owner, [{ id: item.id, version: 1 }]))[0]?.body).toEqual(item.body);
  expect((await other.call(LIBRARY)).status).toBe(200);
});

test('bad requests are refused before anything is written', async () => {
  const user = await makeUser();
  const item = makeItem();
  const wrong = [
    push(user, []),
    push(user, [item, item]),
    push(user, [{ ...item, id: 'short' }]),
    push(user, [{ ...item, wrappedKey: 'AAAA' }]),
    push(user, [makeItem({ size: 100 })]),
    push(
      user,
      Array.from({ length: 101 }, () => makeItem()),
    ),
    user.call(`${LIBRARY}/push`, { bytes: 'no frames at all' }),
    user.call(`${LIBRARY}/changes?since=-1`),
    user.call(`${LIBRARY}/items/nothing/versions`),
  ];
  for (const answer of await Promise.all(wrong)) expect(answer.status).toBe(400);
  expect(
    (await push(user, [makeItem({ size: 8_388_608 }), makeItem({ size: 100_000 })])).status,
  ).toBe(413);
  expect(await countBlobs(user)).toBe(0);
  expect((await readUsage(user)).used).toBe(0);
});

test('a push that broke off is settled by the index, and its orphans are swept', async () => {
  const user = await makeUser();
  const item = makeItem();
  await pushOk(user, item);
  const vault = env.VAULTS.getByName(user.accountId);
  const limit = env.LIBRARY_QUOTA_BYTES;
  expect((await vault.reserve(user.accountId, 5000, limit)).ok).toBe(true);
  await env.LIBRARY.put(`${user.accountId}/${encodeBase64url(randomBytes(16))}`, 'left by a crash');
  expect((await readUsage(user)).used).toBe(item.body.length + 5000);
  await runInDurableObject(vault, (_, { storage }) => {
    storage.sql.exec('update holds set expires_at = 1');
    storage.sql.exec('update vault set used = used + 77');
  });
  await runDurableObjectAlarm(vault);
  expect((await readUsage(user)).used).toBe(item.body.length);
  await sweepLibrary(env, Date.now() + 2 * 3_600_000);
  expect(await countBlobs(user)).toBe(1);
});

test('room is counted anew where the index was put back to an earlier state', async () => {
  const user = await makeUser();
  const [first, second] = [makeItem(), makeItem()];
  await pushOk(user, first);
  const backup = await takeSnapshot();
  await pushOk(user, second);
  const vault = env.VAULTS.getByName(user.accountId);
  // Nothing is doubted while all agrees.
  await readUsage(user);
  expect(await runDurableObjectAlarm(vault)).toBe(true);
  await restoreSnapshot(backup);
  expect((await readUsage(user)).used).toBe(first.body.length + second.body.length);
  await runDurableObjectAlarm(vault);
  expect((await readUsage(user)).used).toBe(first.body.length);
});

test('a deleted account leaves nothing of its library, late pushes included', async () => {
  const user = await makeUser();
  await pushOk(user, makeItem(), makeItem());
  const vault = env.VAULTS.getByName(user.accountId);
  await env.DB.prepare('delete from accounts where id = ?').bind(user.accountId).run();
  await forgetLibrary(env, user.accountId);
  expect((await push(user, [makeItem()])).status).toBe(401);
  expect(await countBlobs(user)).toBe(0);
  expect(await sumVersions(user)).toBe(0);
  await runInDurableObject(vault, (_, { storage }) => {
    const tables = storage.sql.exec(
      "select name from sqlite_master where name not like '\\_%' escape '\\'",
    );
    expect(tables.toArray()).toEqual([]);
  });
});

function reserveOk(reservation: { ok: boolean; token?: string }): string {
  if (reservation.token === undefined) throw new Error('no room');
  return reservation.token;
}
