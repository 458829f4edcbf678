import { afterEach, describe, expect, test, vi } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { call } from './support/call-api.ts';
import {
  acknowledge,
  claim,
  claimed,
  eventsOf,
  LARGE_LENGTH,
  makeShare,
  own,
  revoke,
  startShare,
  stubOf,
  type TestShare,
} from './support/make-share.ts';

function narrow(share: TestShare, json: unknown) {
  return own(share, { method: 'PATCH', json });
}

afterEach(() => {
  vi.useRealTimers();
});

describe('status', () => {
  test('shows where an active share stands', async () => {
    const share = await makeShare({ views: 3, expiresInSeconds: 600 });
    await claimed(share);
    const { status, body } = await own(share);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        state: 'active',
        views: 3,
        remaining: 2,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        expiresAt: expect.any(String),
        contentLength: share.content.length,
      },
    });
    const { createdAt, expiresAt } = body as { createdAt: string; expiresAt: string };
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(600_000);
  });

  test('shows every end', async () => {
    const state = async (share: TestShare) => ((await own(share)).body as { state: string }).state;
    expect(await state(await startShare({ contentLength: 70_000 }))).toBe('uploading');
    const usedUp = await makeShare();
    await claimed(usedUp);
    expect(await state(usedUp)).toBe('used-up');
    const revoked = await makeShare();
    await revoke(revoked);
    expect(await state(revoked)).toBe('revoked');
    const destroyed = await makeShare();
    const view = encodeBase64url(randomBytes(32));
    for (let n = 0; n < 10; n++) await claim(destroyed, { view });
    expect(await state(destroyed)).toBe('destroyed');
    const expired = await makeShare({ expiresInSeconds: 300 });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
    expect(await state(expired)).toBe('expired');
  });
});

describe('owner token', () => {
  const REQUESTS = [
    ['GET', ''],
    ['GET', '/events'],
    ['DELETE', ''],
    ['PATCH', ''],
    ['POST', '/complete'],
    ['PUT', '/parts/1'],
  ] as const;

  async function askWith(share: TestShare, headers: Record<string, string>) {
    const answers = [];
    for (const [method, path] of REQUESTS) {
      const body = {
        ...(method === 'PATCH' && { json: { views: 1 } }),
        ...(method === 'PUT' && { bytes: 'x' }),
      };
      const answer = await call(`/api/v1/shares/${share.id}${path}`, { method, headers, ...body });
      answers.push({ status: answer.status, ...(await answer.json<object>()) });
    }
    return answers;
  }

  test('of another share, or for an id that never was: 404, the same for both', async () => {
    const [share, other] = [await makeShare(), await makeShare()];
    const nowhere = { ...share, id: encodeBase64url(randomBytes(16)) };
    const headers = { authorization: `Bearer ${other.ownerToken}` };
    for (const of of [share, nowhere]) {
      for (const answer of await askWith(of, headers)) {
        expect(answer).toEqual({
          status: 404,
          error: { code: 'share-not-found', message: expect.any(String) },
        });
      }
    }
    expect(await own(share)).toMatchObject({ body: { state: 'active' } });
  });

  test('missing or malformed is 401', async () => {
    const share = await makeShare();
    const { ownerToken } = share;
    for (const token of [
      '',
      ownerToken.slice(1),
      `${ownerToken}A`,
      `${ownerToken}=`,
      `${ownerToken.slice(1)}+`,
    ]) {
      for (const answer of await askWith(share, { authorization: `Bearer ${token}` })) {
        expect(answer).toMatchObject({ status: 401, error: { code: 'unauthorized' } });
      }
    }
  });
});

describe('narrow', () => {
  test('fewer views, an earlier end, or both', async () => {
    const share = await makeShare({ views: 5, expiresInSeconds: 3600 });
    await claimed(share);
    expect(await narrow(share, { views: 3 })).toMatchObject({
      status: 200,
      body: { state: 'active', views: 3, remaining: 2 },
    });
    const before = Date.now();
    const { body } = await narrow(share, { views: 2, expiresInSeconds: 60 });
    expect(body).toMatchObject({ views: 2, remaining: 1 });
    const expiry = Date.parse((body as { expiresAt: string }).expiresAt);
    expect(Math.abs(expiry - before - 60_000)).toBeLessThan(10_000);
    expect((await eventsOf(share)).map(({ kind }) => kind)).toEqual([
      'created',
      'revealed',
      'narrowed',
      'narrowed',
    ]);
  });

  test('to the views taken or below uses the share up', async () => {
    for (const views of [1, 2]) {
      const share = await makeShare({ views: 5 });
      const { ticket } = await claimed(share);
      await claimed(share);
      expect(await narrow(share, { views })).toMatchObject({
        status: 200,
        body: { state: 'used-up', views, remaining: 0 },
      });
      expect(await stubOf(share).hasContent()).toBe(true);
      await acknowledge(share, ticket);
    }
  });

  test('to an expiry in one second ends new claims then', async () => {
    const share = await makeShare({ views: 5 });
    await narrow(share, { expiresInSeconds: 1 });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1_000 });
    expect(await (await claim(share)).json()).toMatchObject({ error: { reason: 'expired' } });
  });

  test.each<[string, unknown, string]>([
    ['more views', { views: 6 }, 'views'],
    ['no views', { views: 0 }, 'views'],
    ['half a view', { views: 1.5 }, 'views'],
    ['a later end', { expiresInSeconds: 3601 }, 'expiresInSeconds'],
    ['an end at once', { expiresInSeconds: 0 }, 'expiresInSeconds'],
    ['nothing', {}, 'views'],
    ['what is unknown', { views: 1, more: 1 }, 'more'],
  ])('to %s is refused', async (_, change, path) => {
    const share = await makeShare({ views: 5, expiresInSeconds: 3600 });
    expect(await narrow(share, change)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid-request', path } },
    });
    expect(await own(share)).toMatchObject({ body: { views: 5, remaining: 5 } });
  });

  test('a gone share is 410, one that uploads 409', async () => {
    const share = await makeShare();
    await revoke(share);
    expect(await narrow(share, { views: 1 })).toMatchObject({
      status: 410,
      body: { error: { code: 'share-gone', reason: 'revoked' } },
    });
    const uploading = await startShare({ contentLength: 70_000 });
    expect(await narrow(uploading, { views: 1 })).toMatchObject({
      status: 409,
      body: { error: { code: 'upload-incomplete' } },
    });
  });
});

describe('revoke', () => {
  test.each([4175, LARGE_LENGTH])(
    'deletes %i bytes, and may be repeated',
    async (contentLength) => {
      const share = await makeShare({ contentLength, views: 2 });
      await claimed(share);
      for (let n = 0; n < 2; n++) expect((await revoke(share)).status).toBe(204);
      expect(await stubOf(share).hasContent()).toBe(false);
      expect((await eventsOf(share)).map(({ kind }) => kind)).toEqual([
        'created',
        'revealed',
        'revoked',
      ]);
    },
  );
});
