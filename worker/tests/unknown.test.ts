import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { call } from './support/call-api.ts';
import {
  claim,
  claimed,
  freshNonce,
  makeShare,
  prepareShare,
  revoke,
  startShare,
  stubOf,
  type TestShare,
} from './support/make-share.ts';

const random = (length: number): string => encodeBase64url(randomBytes(length));

afterEach(() => {
  vi.useRealTimers();
});

/** All of an answer that somebody who asks could compare. */
async function whole(pending: Promise<Response>) {
  const answer = await pending;
  const headers = Object.fromEntries(answer.headers);
  delete headers['x-request-id'];
  delete headers.date;
  return { status: answer.status, headers, body: await answer.text() };
}

/** Open, claim and report by somebody who knows the id only. */
function strangersAnswers({ id }: { readonly id: string }) {
  const bodies = {
    open: { probe: random(32) },
    claim: { probe: random(32), view: random(32), nonce: freshNonce() },
    report: { probe: random(32), reason: 'x' },
  };
  return Promise.all(
    Object.entries(bodies).map(([path, json]) =>
      whole(call(`/api/v1/shares/${id}/${path}`, { json })),
    ),
  );
}

async function destroyed(): Promise<TestShare> {
  const share = await makeShare();
  for (let n = 0; n < 10; n++) await claim(share, { view: random(32) });
  return share;
}

describe('to a stranger', () => {
  test('an unknown id and a share in any state answer the same', async () => {
    const usedUp = await makeShare();
    await claimed(usedUp);
    const revoked = await makeShare();
    await revoke(revoked);
    const shares = {
      active: await makeShare(),
      uploading: await startShare({ contentLength: 70_000 }),
      'used up': usedUp,
      revoked,
      destroyed: await destroyed(),
    };
    const expected = await strangersAnswers({ id: random(16) });
    for (const answer of expected) {
      expect(answer).toMatchObject({ status: 404 });
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'share-not-found' } });
    }
    for (const [state, share] of Object.entries(shares)) {
      expect({ state, answers: await strangersAnswers(share) }).toEqual({
        state,
        answers: expected,
      });
    }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_001 });
    expect(await strangersAnswers(shares.active)).toEqual(expected);
  });
});

describe('an id that was never made', () => {
  test('leaves no table, row or alarm, whatever is asked', async () => {
    const share = await prepareShare({ contentLength: 70_000 });
    const base = `/api/v1/shares/${share.id}`;
    const token = share.ownerToken;
    await strangersAnswers(share);
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/events'],
      ['GET', '/content'],
      ['POST', '/ack'],
      ['POST', '/complete'],
      ['GET', `/s/${share.id}`],
    ] as const) {
      const answer = await call(path.startsWith('/s/') ? path : base + path, { method, token });
      await answer.body?.cancel();
    }
    await call(base, { method: 'PATCH', token, json: { views: 1 } });
    await call(`${base}/parts/1`, { method: 'PUT', token, bytes: 'x' });
    const stub = stubOf(share);
    await runInDurableObject(stub, async (_, { storage }) => {
      const ours = storage.sql
        .exec<{ name: string }>(
          "select name from sqlite_master where name not like '\\_%' escape '\\'",
        )
        .toArray();
      expect(ours).toEqual([]);
      expect(await storage.getAlarm()).toBeNull();
      expect((await storage.list()).size).toBe(0);
    });
    expect(await env.CONTENT.head(share.id)).toBeNull();
  });

  test('and its page touch no object', async () => {
    const before = (await listDurableObjectIds(env.SHARES)).length;
    for (let n = 0; n < 5; n++) await (await call(`/s/${random(16)}`)).text();
    expect((await listDurableObjectIds(env.SHARES)).length).toBe(before);
  });
});
