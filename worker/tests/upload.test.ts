import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PART_BYTES } from '../../shared/api/limits.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { readVersioned } from '../durable-objects/share/schema.ts';
import { call } from './support/call-api.ts';
import {
  bytesOf,
  claimed,
  complete,
  create,
  LARGE_LENGTH,
  own,
  partOf,
  prepareShare,
  putPart,
  read,
  revoke,
  startShare,
  stubOf,
  uploadParts,
} from './support/make-share.ts';

const SMALL_UPLOAD = { contentLength: 70_000 };

async function refusal(pending: Promise<Response>) {
  const answer = await pending;
  return { status: answer.status, ...(await answer.json<object>()) };
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an upload', () => {
  test('is planned, taken part by part in any order, repeated parts too, and completed', async () => {
    const share = await prepareShare({ contentLength: LARGE_LENGTH, views: 3 });
    const created = await create(share);
    expect(created.status).toBe(201);
    const plan = { id: share.id, upload: { partLength: PART_BYTES, parts: 2 } };
    expect(await created.json()).toEqual(plan);
    const again = await create(share);
    expect({ status: again.status, body: await again.json() }).toEqual({ status: 200, body: plan });

    expect(
      (await putPart(share, 2, partOf(share, 1).slice(0, partOf(share, 2).length))).status,
    ).toBe(204);
    expect((await putPart(share, 2, partOf(share, 2))).status).toBe(204);
    expect(await refusal(complete(share))).toMatchObject({
      status: 409,
      error: { code: 'upload-incomplete' },
    });
    expect((await putPart(share, 1, partOf(share, 1))).status).toBe(204);

    const answers = await Promise.all([complete(share), complete(share)]);
    answers.push(await complete(share));
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(bodies[0]).toEqual({ expiresAt: expect.any(String), remaining: 3 });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);

    const { ticket } = await claimed(share);
    expect(equalBytes(await bytesOf(await read(share, ticket)), share.content)).toBe(true);
    expect(await (await complete(share)).json()).toEqual(bodies[0]);
    expect(await refusal(putPart(share, 1, partOf(share, 1)))).toMatchObject({
      status: 409,
      error: { code: 'upload-complete' },
    });
  });

  test('starts its expiry when it completes', async () => {
    const share = await startShare({ ...SMALL_UPLOAD, expiresInSeconds: 300 });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    await uploadParts(share);
    const { expiresAt } = await (await complete(share)).json<{ expiresAt: string }>();
    expect(Date.parse(expiresAt)).toBe(Date.now() + 300_000);
    expect(await own(share)).toMatchObject({ body: { state: 'active', expiresAt } });
  });

  test('dies 24 hours after its creation, and parts and completion with it', async () => {
    const share = await startShare(SMALL_UPLOAD);
    await uploadParts(share);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    for (const pending of [putPart(share, 1, share.content), complete(share)]) {
      expect(await refusal(pending)).toMatchObject({
        status: 410,
        error: { code: 'share-gone', reason: 'expired' },
      });
    }
  });

  test('of an inline share is complete already', async () => {
    const share = await startShare();
    expect((await complete(share)).status).toBe(200);
    expect(await refusal(putPart(share, 1, share.content))).toMatchObject({ status: 409 });
  });

  test('revoked in the middle leaves nothing, and takes no late part', async () => {
    const share = await startShare({ contentLength: LARGE_LENGTH });
    await putPart(share, 2, partOf(share, 2));
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const late = putPart(share, 1, readable);
    const writer = writable.getWriter();
    await writer.write(partOf(share, 1).slice(0, 1000));
    expect((await revoke(share)).status).toBe(204);
    await writer.write(partOf(share, 1).slice(1000)).catch(() => {});
    await writer.close().catch(() => {});
    expect(await refusal(late)).toMatchObject({ status: 410, error: { reason: 'revoked' } });
    expect(await refusal(complete(share))).toMatchObject({ status: 410 });
    expect(await env.CONTENT.head(share.id)).toBeNull();
  });

  test('revoked while R2 completes leaves nothing', async () => {
    const share = await startShare(SMALL_UPLOAD);
    await uploadParts(share);
    const [completed, revoked] = await Promise.all([complete(share), revoke(share)]);
    expect(revoked.status).toBe(204);
    expect([200, 410]).toContain(completed.status);
    expect(await env.CONTENT.head(share.id)).toBeNull();
    expect(await own(share)).toMatchObject({ body: { state: 'revoked' } });
  });

  test('that R2 completed before a crash is completed by asking again', async () => {
    const share = await startShare(SMALL_UPLOAD);
    await uploadParts(share);
    await runInDurableObject(stubOf(share), async (_, { storage }) => {
      const { uploadId } = readVersioned(storage) ?? {};
      const parts = storage.kv.get<R2UploadedPart[]>('parts');
      await env.CONTENT.resumeMultipartUpload(share.id, uploadId ?? '').complete(parts ?? []);
    });
    expect((await complete(share)).status).toBe(200);
    expect(
      equalBytes(await bytesOf(await read(share, (await claimed(share)).ticket)), share.content),
    ).toBe(true);
  });
});

describe('a part', () => {
  test('of the wrong length is refused, whether its length is said or not', async () => {
    const share = await startShare({ contentLength: LARGE_LENGTH });
    const right = partOf(share, 2).length;
    for (const length of [0, 1, right - 1, right + 1, PART_BYTES]) {
      for (const streamed of [false, true]) {
        const bytes = new Uint8Array(length);
        const body = streamed
          ? new Blob([bytes]).stream().pipeThrough(new TransformStream())
          : bytes;
        expect(await refusal(putPart(share, 2, body))).toMatchObject({
          status: 400,
          error: { code: 'wrong-part-length' },
        });
      }
    }
    expect((await putPart(share, 2, partOf(share, 2))).status).toBe(204);
  });

  test('of a number out of range is refused', async () => {
    const share = await startShare({ contentLength: LARGE_LENGTH });
    for (const n of [0, 3, -1, 1.5, '01', 'x', 99_999_999]) {
      expect(await refusal(putPart(share, n, 'x'))).toMatchObject({
        status: 400,
        error: { code: 'invalid-request', path: 'n' },
      });
    }
  });

  test('of another type is refused', async () => {
    const share = await startShare(SMALL_UPLOAD);
    const answer = call(`/api/v1/shares/${share.id}/parts/1`, {
      method: 'PUT',
      token: share.ownerToken,
      bytes: share.content,
      headers: { 'content-type': 'text/plain' },
    });
    expect((await answer).status).toBe(415);
  });
});

describe('the byte budget of an address', () => {
  const address = '203.0.113.99';
  /** Ten of the longest fit into a day's budget. */
  const longest = env.GUEST_MAX_ENVELOPE_BYTES;

  test('is drawn on by what is uploaded, once each, and comes back the next day', async () => {
    const shares = await Promise.all(
      Array.from({ length: 11 }, () => prepareShare({ contentLength: 70_000 })),
    );
    const requests = shares.map(({ request }) => ({ ...request, contentLength: longest }));
    const post = (n: number) => call('/api/v1/shares', { json: requests[n], address });
    for (let n = 0; n < 10; n++) expect((await post(n)).status).toBe(201);
    for (let n = 0; n < 10; n++) expect((await post(n)).status).toBe(200);
    const refused = await post(10);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(86_400);
    expect(await refused.json()).toMatchObject({ error: { code: 'rate-limited' } });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
    expect((await post(10)).status).toBe(201);
  });
});
