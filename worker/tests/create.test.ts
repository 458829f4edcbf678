import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { ask } from './support/call-api.ts';
import { claimed, create, makeShare, prepareShare, revoke } from './support/make-share.ts';

const b64u = (length: number): string => encodeBase64url(randomBytes(length));
const DAY_SECONDS = 86_400;

async function tryCreate(change: object, base = {}) {
  const { request } = await prepareShare(base);
  return ask('/api/v1/shares', { json: { ...request, ...change } });
}

async function expectRefused(path: string, change: object, base = {}) {
  const { status, body } = await tryCreate(change, base);
  expect({ path, status, body }).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid-request', path } },
  });
}

describe('create inline', () => {
  test('answers 201 with id, expiry and views', async () => {
    const share = await prepareShare({ views: 3, expiresInSeconds: 600 });
    const before = Date.now();
    const answer = await create(share);
    expect(answer.status).toBe(201);
    const { id, expiresAt, remaining } = await answer.json<Record<string, string>>();
    expect({ id, remaining }).toEqual({ id: share.id, remaining: 3 });
    const expiry = Date.parse(expiresAt ?? '');
    expect(expiry).toBeGreaterThanOrEqual(before + 600_000);
    expect(expiry).toBeLessThanOrEqual(Date.now() + 600_000);
  });

  test('the same again is answered 200 with the first answer, whatever happened since', async () => {
    const share = await prepareShare();
    const first = await (await create(share)).json();
    const again = async () => {
      const answer = await create(share);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual(first);
    };
    await again();
    await claimed(share);
    await again();
    await revoke(share);
    await again();
  });

  test('the same in another order of fields is still the same', async () => {
    const share = await makeShare();
    const reversed = Object.fromEntries(Object.entries(share.request).reverse());
    expect((await ask('/api/v1/shares', { json: reversed })).status).toBe(200);
  });

  test.each<[string, () => object]>([
    ['probeHash', () => ({ probeHash: b64u(32) })],
    ['viewHash', () => ({ viewHash: b64u(32) })],
    ['views', () => ({ policy: { views: 2, expiresInSeconds: 3600 } })],
    ['expiry', () => ({ policy: { views: 1, expiresInSeconds: 3601 } })],
    ['wrappedKey', () => ({ wrappedKey: b64u(111) })],
    ['meta', () => ({ meta: b64u(4175) })],
    ['content', () => ({ content: b64u(4175) })],
    ['kind of content', () => ({ content: undefined, contentLength: 70_000 })],
  ])('another %s under the same id is refused', async (_, change) => {
    const share = await makeShare();
    const json = { ...share.request, ...change() };
    const { status, body } = await ask('/api/v1/shares', { json });
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { error: { code: 'share-exists' } },
    });
  });

  test("an id that is not the owner token's is refused, also after the share is gone", async () => {
    await expectRefused('id', { id: b64u(16) });
    await expectRefused('id', { ownerHash: b64u(32) });
    const share = await makeShare();
    await revoke(share);
    await expectRefused('id', { id: share.id });
  });
});

describe('create refuses', () => {
  test.each(['id', 'probeHash', 'viewHash', 'ownerHash', 'wrappedKey', 'meta', 'content'])(
    '%s that is no base64url of its length',
    async (field) => {
      const { request } = await prepareShare();
      const good = String(Object.entries(request).find(([name]) => name === field)?.[1]);
      const short = { meta: 5565, content: 0 }[field] ?? good.length - 2;
      const long = { meta: 90_305, content: 87_384 }[field] ?? good.length + 2;
      const bad = [
        good.slice(0, short),
        good.padEnd(long, 'A'),
        `${good.slice(0, -1)}=`,
        `${good.slice(0, -1)}+`,
        ` ${good.slice(1)}`,
        '',
        null,
        42,
        [good],
        undefined,
      ];
      for (const value of bad) await expectRefused(field, { [field]: value });
    },
  );

  test('a last character that is not canonical', async () => {
    await expectRefused('id', { id: `${'A'.repeat(21)}B` });
  });

  test.each<[string, unknown, string]>([
    ['no views', { views: 0, expiresInSeconds: 3600 }, 'policy.views'],
    ['101 views', { views: 101, expiresInSeconds: 3600 }, 'policy.views'],
    ['half a view', { views: 1.5, expiresInSeconds: 3600 }, 'policy.views'],
    ['views in text', { views: '1', expiresInSeconds: 3600 }, 'policy.views'],
    ['299 seconds', { views: 1, expiresInSeconds: 299 }, 'policy.expiresInSeconds'],
    [
      'a second over 30 days',
      { views: 1, expiresInSeconds: 30 * DAY_SECONDS + 1 },
      'policy.expiresInSeconds',
    ],
    ['no expiry', { views: 1 }, 'policy.expiresInSeconds'],
    ['an unknown field', { views: 1, expiresInSeconds: 3600, extra: 1 }, 'policy.extra'],
    ['no policy', undefined, 'policy'],
  ])('a policy of %s', async (_, policy, path) => {
    await expectRefused(path, { policy });
  });

  test('unknown fields', async () => {
    await expectRefused('colour', { colour: 'red' });
  });

  test('both content and its length, or neither', async () => {
    await expectRefused('content', { contentLength: 70_000 });
    await expectRefused('content', { content: undefined });
  });

  test('a length for what must be inline', async () => {
    for (const contentLength of [65_536, 0, -1, 70_000.5, '70000']) {
      await expectRefused('contentLength', { content: undefined, contentLength });
    }
  });

  test('long content for more than 7 days, or longer than guests may', async () => {
    const policy = { views: 1, expiresInSeconds: 7 * DAY_SECONDS + 1 };
    await expectRefused('policy.expiresInSeconds', { policy }, { contentLength: 70_000 });
    const { status, body } = await tryCreate({ content: undefined, contentLength: 107_059_280 });
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: { code: 'too-large', limit: 107_059_279 } });
  });

  test('what is not JSON, or not an object', async () => {
    for (const bytes of ['', '{', 'null', '[]', '"text"', new Uint8Array([0xff, 0xfe])]) {
      const headers = { 'content-type': 'application/json' };
      const answer = await ask('/api/v1/shares', { method: 'POST', bytes, headers });
      expect(answer.status).toBe(400);
    }
  });
});

test('every limit is reachable: 100 views, 5 minutes, 30 days, 64 KiB, the longest meta', async () => {
  for (const change of [
    { policy: { views: 100, expiresInSeconds: 300 } },
    { policy: { views: 1, expiresInSeconds: 30 * DAY_SECONDS } },
    { meta: 'A'.repeat(90_303), content: 'A'.repeat(87_382) },
  ]) {
    expect(await tryCreate(change)).toMatchObject({ status: 201 });
  }
});
