import { afterEach, describe, expect, test, vi } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { equalBytes, randomBytes } from '../../shared/crypto/bytes.ts';
import { call } from './support/call-api.ts';
import {
  acknowledge,
  bytesOf,
  claim,
  claimed,
  LARGE_LENGTH,
  makeShare,
  read,
  revoke,
  stubOf,
  type TestShare,
} from './support/make-share.ts';

const MINUTE_MS = 60_000;

afterEach(() => {
  vi.useRealTimers();
});

async function refusal(pending: Promise<Response>) {
  const answer = await pending;
  return { status: answer.status, ...(await answer.json<object>()) };
}

describe.each([
  ['inline', 5000],
  ['uploaded', LARGE_LENGTH],
])('%s content', (_, contentLength) => {
  test('is read whole and in ranges', async () => {
    const share = await makeShare({ contentLength });
    const { ticket } = await claimed(share);
    const whole = await read(share, ticket);
    expect(whole.status).toBe(200);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-type': 'application/octet-stream',
      'content-length': String(contentLength),
    });
    expect(equalBytes(await bytesOf(whole), share.content)).toBe(true);
    for (const [range, from, to] of [
      ['bytes=0-0', 0, 1],
      ['bytes=100-199', 100, 200],
      ['bytes=4000-', 4000, contentLength],
      ['bytes=-10', contentLength - 10, contentLength],
      [`bytes=0-${contentLength * 2}`, 0, contentLength],
      [`bytes=-${contentLength * 2}`, 0, contentLength],
    ] as const) {
      const part = await read(share, ticket, { range });
      expect({ range, status: part.status }).toEqual({ range, status: 206 });
      expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${contentLength}`);
      expect(equalBytes(await bytesOf(part), share.content.subarray(from, to))).toBe(true);
    }
  });

  test('is answered whole where the range is malformed or several', async () => {
    const share = await makeShare({ contentLength });
    const { ticket } = await claimed(share);
    for (const range of [
      'bytes=5-2',
      'bytes=-',
      'bytes=a-b',
      'items=0-1',
      'bytes=0-1,3-4',
      '0-1',
    ]) {
      const whole = await read(share, ticket, { range });
      expect({ range, status: whole.status }).toEqual({ range, status: 200 });
      expect((await bytesOf(whole)).length).toBe(contentLength);
    }
  });

  test('says 416 outside of it', async () => {
    const share = await makeShare({ contentLength });
    const { ticket } = await claimed(share);
    for (const range of [`bytes=${contentLength}-`, 'bytes=-0', 'bytes=99999999-99999999999']) {
      const answer = await read(share, ticket, { range });
      expect(answer.headers.get('content-range')).toBe(`bytes */${contentLength}`);
      expect(await refusal(Promise.resolve(answer))).toMatchObject({
        status: 416,
        error: { code: 'range-not-satisfiable' },
      });
    }
  });

  test('is whole for a running download when another reader ends, and at expiry', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const share = await makeShare({ contentLength, views: 2, expiresInSeconds: 600 });
    const [mine, other] = [await claimed(share), await claimed(share)];
    const running = await read(share, mine.ticket);
    await acknowledge(share, other.ticket);
    vi.setSystemTime(Date.now() + 9.9 * MINUTE_MS);
    expect((await read(share, mine.ticket, { range: 'bytes=0-9' })).status).toBe(206);
    vi.setSystemTime(Date.now() + MINUTE_MS);
    expect(await refusal(claim(share))).toMatchObject({ error: { reason: 'used-up' } });
    expect(equalBytes(await bytesOf(await read(share, mine.ticket)), share.content)).toBe(true);
    expect(equalBytes(await bytesOf(running), share.content)).toBe(true);
  });
});

describe('ticket', () => {
  test('is dead after its acknowledgement, which may be repeated', async () => {
    const share = await makeShare({ views: 2 });
    const { ticket } = await claimed(share);
    for (let n = 0; n < 2; n++) {
      const answer = await acknowledge(share, ticket);
      expect({ status: answer.status, body: await answer.text() }).toEqual({
        status: 204,
        body: '',
      });
    }
    expect(await refusal(read(share, ticket))).toMatchObject({
      status: 410,
      error: { code: 'claim-ended' },
    });
    await acknowledge(share, (await claimed(share)).ticket);
    expect(await refusal(read(share, ticket))).toMatchObject({
      status: 410,
      error: { code: 'share-gone', reason: 'used-up' },
    });
    expect((await acknowledge(share, ticket)).status).toBe(204);
  });

  test('is dead after revoking', async () => {
    const share = await makeShare({ views: 2 });
    const { ticket } = await claimed(share);
    await revoke(share);
    expect(await refusal(read(share, ticket))).toMatchObject({
      status: 410,
      error: { code: 'share-gone', reason: 'revoked' },
    });
    expect((await acknowledge(share, ticket)).status).toBe(204);
  });

  test('lives 10 minutes after its last use and 6 hours at most', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const share = await makeShare({ views: 2, expiresInSeconds: 86_400 });
    const idle = await claimed(share);
    const used = await claimed(share);
    for (let minutes = 9; minutes < 360; minutes += 9) {
      vi.setSystemTime(Date.now() + 9 * MINUTE_MS);
      expect((await read(share, used.ticket, { range: 'bytes=0-9' })).status).toBe(206);
    }
    expect((await read(share, idle.ticket)).status).toBe(410);
    vi.setSystemTime(Date.now() + 9 * MINUTE_MS);
    expect((await read(share, used.ticket)).status).toBe(410);
  });

  test("of another share is as unknown as one that never was, and as of no share's", async () => {
    const [share, other] = [await makeShare(), await makeShare()];
    const { ticket } = await claimed(share);
    const nobodys = encodeBase64url(randomBytes(32));
    const nowhere: TestShare = { ...share, id: encodeBase64url(randomBytes(16)) };
    for (const [of, token] of [
      [other, ticket],
      [share, nobodys],
      [nowhere, ticket],
    ] as const) {
      for (const pending of [read(of, token), acknowledge(of, token)]) {
        expect(await refusal(pending)).toMatchObject({
          status: 404,
          error: { code: 'share-not-found' },
        });
      }
    }
  });

  test('missing or malformed is 401', async () => {
    const { id } = await makeShare();
    for (const authorization of [
      '',
      'Bearer',
      'Bearer x',
      `Bearer ${'A'.repeat(42)}`,
      `Bearer ${'A'.repeat(44)}`,
      `Bearer ${'A'.repeat(42)}B`,
      `Basic ${'A'.repeat(43)}`,
    ]) {
      for (const [path, method] of [
        ['content', 'GET'],
        ['ack', 'POST'],
      ] as const) {
        const headers = { authorization };
        const pending = call(`/api/v1/shares/${id}/${path}`, { method, headers });
        expect(await refusal(pending)).toMatchObject({
          status: 401,
          error: { code: 'unauthorized' },
        });
      }
    }
  });

  test('of a share whose sweep failed or is late still reads nothing', async () => {
    const share = await makeShare();
    const { ticket } = await claimed(share);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * MINUTE_MS });
    expect((await read(share, ticket)).status).toBe(410);
    expect(await stubOf(share).hasContent()).toBe(true);
  });
});
