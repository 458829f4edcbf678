import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LIBRARY_COSTS } from '../../bench/accounts/library-costs.ts';
import type { UploadStarted } from '../../shared/api/contract/library.ts';
import { encodeFrames } from '../../shared/api/frames.ts';
import { PART_BYTES } from '../../shared/api/limits.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { watchCalls, watchCrypto } from './support/count-calls.ts';
import { makeItem, type TestItem } from './support/library-steps.ts';
import { makeUser } from './support/make-user.ts';
import { describeCost, type MeasureOptions, measureRequest } from './support/measure-request.ts';

beforeEach(async () => {
  await watchCalls();
  watchCrypto();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function framesOf(items: readonly TestItem[]) {
  const lines = items.map(({ body, ...line }) => ({ ...line, size: body.length }));
  const bodies = items.map(({ body }) => body);
  return encodeFrames({ generation: 1, items: lines }, bodies);
}

test('what each route of the library costs', async () => {
  const { accessToken: token } = await makeUser();
  const table: Record<string, string> = {};
  const add = async (name: string, status: number, route: string, given: MeasureOptions = {}) => {
    const { text, counts, ...measured } = await measureRequest(route, { token, ...given });
    expect({ name, text, ...measured }).toMatchObject({ name, status });
    table[name] = describeCost(counts);
    return text;
  };
  const push = (name: string, items: readonly TestItem[]) =>
    add(name, 200, 'POST /library/push', { bytes: framesOf(items) });
  const many = Array.from({ length: 100 }, () => makeItem());
  const [first, second] = many as [TestItem, TestItem];
  await push('push 100 new items', many);
  await push('push a new version of one', [{ ...makeItem(), id: first.id, base: 1 }]);
  await push('push one made from an old version', [{ ...makeItem(), id: first.id, base: 1 }]);
  await add('read what is used', 200, 'GET /library');
  await add('read what changed', 200, 'GET /library/changes?since=0');
  const items = many.slice(1).map(({ id }) => ({ id, version: 1 }));
  await add('pull 99 items', 200, 'POST /library/pull', { json: { items } });
  await add('list the versions of one', 200, `GET /library/items/${first.id}/versions`);
  await add('read one version', 200, `GET /library/items/${first.id}/versions/1`);
  await add('list all wrapped keys', 200, 'GET /library/keys');
  const one = { json: { items: [{ id: second.id, version: 1 }] } };
  await add('bin one', 200, 'POST /library/bin', one);
  await add('take one out of the bin', 200, 'POST /library/unbin', one);
  await add('delete one', 200, 'POST /library/delete', one);

  const size = PART_BYTES + 1;
  const upload = { generation: 1, id: encodeBase64url(randomBytes(16)), base: 0, size };
  const json = { ...upload, wrappedKey: encodeBase64url(randomBytes(111)) };
  const begun = await add('begin an upload', 201, 'POST /library/uploads', { json });
  const path = `/library/uploads/${(JSON.parse(begun) as UploadStarted).upload}`;
  const part = (bytes: number) => ({
    bytes: new Uint8Array(bytes),
    headers: { 'content-length': String(bytes) },
  });
  await add('upload a part', 204, `PUT ${path}/parts/1`, part(PART_BYTES));
  await measureRequest(`PUT ${path}/parts/2`, { token, ...part(1) });
  await add('complete it', 200, `POST ${path}/complete`);
  const other = await measureRequest('POST /library/uploads', {
    token,
    json: { ...json, id: encodeBase64url(randomBytes(16)) },
  });
  const { upload: dropped } = JSON.parse(other.text) as UploadStarted;
  await add('call one off', 204, `DELETE /library/uploads/${dropped}`);
  expect(table).toEqual(LIBRARY_COSTS);
});
