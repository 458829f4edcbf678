import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import {
  acknowledge,
  claim,
  claimed,
  create,
  INLINE_LENGTH,
  LARGE_LENGTH,
  makeShare,
  own,
  partOf,
  prepareShare,
  putPart,
  read,
  revoke,
  startShare,
  stubOf,
  type TestShare,
} from './support/make-share.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

afterEach(() => {
  vi.useRealTimers();
});

function passTime(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

/** Which values are stored, and when the alarm is set. */
function storedOf(share: TestShare) {
  return runInDurableObject(stubOf(share), async (_, { storage }) => {
    const keys = [...storage.kv.list()].map(([key]) => key);
    return { keys, alarm: await storage.getAlarm() };
  });
}

async function expectContentGone(share: TestShare) {
  expect((await storedOf(share)).keys).not.toContain('sealed');
  expect(await env.CONTENT.head(share.id)).toBeNull();
}

async function expectContentKept(share: TestShare) {
  expect((await storedOf(share)).keys).toContain('sealed');
}

describe('expiry', () => {
  test('needs no alarm to have run', async () => {
    const share = await makeShare({ views: 2, expiresInSeconds: 300 });
    expect((await storedOf(share)).alarm).toBeGreaterThan(Date.now());
    passTime(300_000);
    const answer = await claim(share);
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ error: { code: 'share-gone', reason: 'expired' } });
  });

  test.each([INLINE_LENGTH, LARGE_LENGTH])(
    'sweeps %i bytes by its alarm',
    async (contentLength) => {
      const share = await makeShare({ contentLength, expiresInSeconds: 300 });
      await expectContentKept(share);
      passTime(300_000);
      expect(await runDurableObjectAlarm(stubOf(share))).toBe(true);
      await expectContentGone(share);
      expect(await own(share)).toMatchObject({ body: { state: 'expired' } });
      const { body } = await own(share, {}, '/events');
      expect(body).toMatchObject({ events: [{ kind: 'created' }, { kind: 'expired' }] });
    },
  );

  test('is set earlier by narrowing', async () => {
    const share = await makeShare({ expiresInSeconds: 3600 });
    await own(share, { method: 'PATCH', json: { expiresInSeconds: 60 } });
    expect((await storedOf(share)).alarm).toBeLessThanOrEqual(Date.now() + MINUTE_MS);
  });
});

describe.each([INLINE_LENGTH, LARGE_LENGTH])('%i bytes are deleted', (contentLength) => {
  test('by the acknowledgement of the last reader, not before', async () => {
    const share = await makeShare({ contentLength, views: 2 });
    const [first, second] = [await claimed(share), await claimed(share)];
    await acknowledge(share, first.ticket);
    await expectContentKept(share);
    expect((await read(share, second.ticket)).status).toBe(200);
    await acknowledge(share, second.ticket);
    await expectContentGone(share);
  });

  test('by the sweep, when the last reader never says so', async () => {
    const share = await makeShare({ contentLength });
    const { ticket } = await claimed(share);
    passTime(9 * MINUTE_MS);
    await (await read(share, ticket)).body?.cancel();
    await runDurableObjectAlarm(stubOf(share));
    await expectContentKept(share);
    passTime(11 * MINUTE_MS);
    await runDurableObjectAlarm(stubOf(share));
    await expectContentGone(share);
  });

  test('by destruction, where nobody reads', async () => {
    const share = await makeShare({ contentLength });
    const view = encodeBase64url(randomBytes(32));
    for (let n = 0; n < 10; n++) await claim(share, { view });
    await runDurableObjectAlarm(stubOf(share));
    await expectContentGone(share);
  });

  test('by narrowing to what was taken, where nobody reads', async () => {
    const share = await makeShare({ contentLength, views: 3 });
    await acknowledge(share, (await claimed(share)).ticket);
    await own(share, { method: 'PATCH', json: { views: 1 } });
    await expectContentGone(share);
  });
});

describe('the sweep of a share that is used up', () => {
  test('is planned soon after the claim, and not where the reader was faster', async () => {
    const [slow, fast] = [await makeShare(), await makeShare()];
    await claimed(slow);
    await acknowledge(fast, (await claimed(fast)).ticket);
    await vi.waitFor(
      async () => expect((await storedOf(slow)).alarm).toBeLessThan(Date.now() + 11 * MINUTE_MS),
      { timeout: 20_000, interval: 500 },
    );
    expect((await storedOf(fast)).alarm).toBeGreaterThan(Date.now() + 50 * MINUTE_MS);
  });
});

describe('an unfinished upload', () => {
  test('is swept after 24 hours, its parts too', async () => {
    const share = await startShare({ contentLength: LARGE_LENGTH });
    await putPart(share, 2, partOf(share, 2));
    passTime(DAY_MS - 1000);
    await runDurableObjectAlarm(stubOf(share));
    expect(await own(share)).toMatchObject({ body: { state: 'uploading' } });
    passTime(1000);
    await runDurableObjectAlarm(stubOf(share));
    expect(await own(share)).toMatchObject({ body: { state: 'expired' } });
    await expectContentGone(share);
    expect((await putPart(share, 1, partOf(share, 1))).status).toBe(410);
  });
});

describe('a tombstone', () => {
  test('answers for 30 days, then nothing is left', async () => {
    const share = await makeShare();
    await revoke(share);
    passTime(30 * DAY_MS - 1000);
    await runDurableObjectAlarm(stubOf(share));
    expect((await claim(share)).status).toBe(410);
    expect(await own(share)).toMatchObject({ body: { state: 'revoked' } });
    passTime(1000);
    await runDurableObjectAlarm(stubOf(share));
    expect((await claim(share)).status).toBe(404);
    expect((await own(share)).status).toBe(404);
    expect(await storedOf(share)).toEqual({ keys: [], alarm: null });
  });

  test("is not replaced by anybody; after it only the owner token's holder makes the share again", async () => {
    const share = await makeShare();
    await revoke(share);
    expect((await create(share)).status).toBe(200);
    const other = await prepareShare();
    const forged = { ...share, request: { ...other.request, id: share.id } };
    expect((await create(forged)).status).toBe(400);
    passTime(30 * DAY_MS);
    await runDurableObjectAlarm(stubOf(share));
    expect((await create(forged)).status).toBe(400);
    expect((await create(share)).status).toBe(201);
  });
});

describe('when R2 fails', () => {
  test('revoking says 503 and the share is gone; the alarm goes on until the content is', async () => {
    const share = await makeShare({ contentLength: LARGE_LENGTH });
    const { ticket } = await claimed(share);
    const deleteObject = vi
      .spyOn(Object.getPrototypeOf(env.CONTENT), 'delete')
      .mockRejectedValue(new Error('R2 is down'));
    const revoked = await revoke(share);
    expect({ status: revoked.status, body: await revoked.json() }).toMatchObject({
      status: 503,
      body: { error: { code: 'unavailable' } },
    });
    expect((await read(share, ticket)).status).toBe(410);
    for (let n = 0; n < 10; n++) {
      expect((await storedOf(share)).alarm).toBeLessThanOrEqual(Date.now() + 5 * MINUTE_MS);
      passTime(5 * MINUTE_MS);
      await runDurableObjectAlarm(stubOf(share));
    }
    expect(await env.CONTENT.head(share.id)).not.toBeNull();
    deleteObject.mockRestore();
    passTime(5 * MINUTE_MS);
    await runDurableObjectAlarm(stubOf(share));
    await expectContentGone(share);
    expect((await revoke(share)).status).toBe(204);
  });
});
