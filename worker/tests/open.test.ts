import { describe, expect, test, vi } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { ask, type CallOptions } from './support/call-api.ts';
import { claimed, makeShare, own, startShare, type TestShare } from './support/make-share.ts';

function open({ id, probe }: TestShare, options: CallOptions = {}) {
  return ask(`/api/v1/shares/${id}/open`, { json: { probe }, ...options });
}

async function openedEvents(share: TestShare) {
  const { body } = await own(share, {}, '/events');
  const { events } = body as { events: { kind: string; count: number; address: string }[] };
  return events.filter(({ kind }) => kind === 'opened');
}

describe('open', () => {
  test('tells what waits and takes nothing', async () => {
    const share = await makeShare({ views: 2 });
    const status = (await own(share)).body as { expiresAt: string };
    for (let n = 0; n < 3; n++) {
      expect(await open(share)).toMatchObject({
        status: 200,
        body: {
          remaining: 2,
          views: 2,
          expiresAt: status.expiresAt,
          contentLength: share.content.length,
        },
      });
    }
  });

  test('is logged, the same address within 10 minutes as one with a count', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const share = await makeShare();
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.1']) {
      await open(share, { address });
    }
    expect((await openedEvents(share)).map(({ count }) => count)).toEqual([3, 1]);
    vi.setSystemTime(Date.now() + 10 * 60_000);
    await open(share, { address: '192.0.2.1' });
    const events = await openedEvents(share);
    expect(events.map(({ count }) => count)).toEqual([3, 1, 1]);
    expect(events[2]?.address).toBe(events[0]?.address);
    expect(events[1]?.address).not.toBe(events[0]?.address);
    vi.useRealTimers();
  });

  test('on a gone share says why', async () => {
    const share = await makeShare();
    await claimed(share);
    expect(await open(share)).toMatchObject({
      status: 410,
      body: { error: { code: 'share-gone', reason: 'used-up' } },
    });
    expect(await openedEvents(share)).toEqual([]);
  });

  test('knows nothing of a share that still uploads, nor with a wrong probe', async () => {
    const share = await startShare({ contentLength: 70_000 });
    expect(await open(share)).toMatchObject({
      status: 404,
      body: { error: { code: 'share-not-found' } },
    });
    const probe = encodeBase64url(randomBytes(32));
    expect((await open({ ...(await makeShare()), probe })).status).toBe(404);
  });

  test('refuses a probe of a wrong length or alphabet', async () => {
    const share = await makeShare();
    for (const probe of [share.probe.slice(1), `${share.probe}A`, `${share.probe}=`, '', 1]) {
      const answer = await ask(`/api/v1/shares/${share.id}/open`, { json: { probe } });
      expect(answer).toMatchObject({ status: 400, body: { error: { path: 'probe' } } });
    }
  });
});
