import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { ask, type CallOptions, freshAddress } from './support/call-api.ts';
import {
  claimed,
  makeShare,
  own,
  revoke,
  startShare,
  type TestShare,
} from './support/make-share.ts';

function report({ id, probe }: TestShare, reason = 'phishing', options: CallOptions = {}) {
  return ask(`/api/v1/shares/${id}/report`, { json: { probe, reason }, ...options });
}

async function kept({ id }: TestShare) {
  const rows = await env.DB.prepare('select * from reports where share_id = ? order by id')
    .bind(id)
    .all<{ reason: string; address: string; created_at: number }>();
  return rows.results;
}

describe('report', () => {
  test('is kept, told to the owner, and takes nothing down', async () => {
    const share = await makeShare();
    expect(await report(share, 'looks like phishing')).toMatchObject({ status: 202, body: null });
    expect(await kept(share)).toMatchObject([
      { reason: 'looks like phishing', address: expect.stringMatching(/^[A-Za-z0-9_-]{11}$/) },
    ]);
    expect(await own(share)).toMatchObject({ body: { state: 'active', remaining: 1 } });
    expect(await own(share, {}, '/events')).toMatchObject({
      body: { events: [{ kind: 'created' }, { kind: 'reported', count: 1 }] },
    });
    await claimed(share);
  });

  test('one per address and 5 per share are kept, the rest answered alike', async () => {
    const share = await makeShare();
    const address = freshAddress();
    for (let n = 0; n < 3; n++) {
      expect(await report(share, `again ${n}`, { address })).toMatchObject({ status: 202 });
    }
    expect((await kept(share)).map(({ reason }) => reason)).toEqual(['again 0']);
    const answers = await Promise.all(Array.from({ length: 10 }, () => report(share)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await kept(share)).toHaveLength(5);
  });

  test('addresses of one /64 count as one', async () => {
    const share = await makeShare();
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1']) {
      await report(share, 'x', { address });
    }
    expect(await kept(share)).toHaveLength(2);
  });

  test('is taken on a gone share, not on one that uploads or with a wrong probe', async () => {
    const gone = await makeShare();
    await revoke(gone);
    expect((await report(gone)).status).toBe(202);
    expect(await kept(gone)).toHaveLength(1);
    const probe = encodeBase64url(randomBytes(32));
    for (const of of [await startShare({ contentLength: 70_000 }), { ...gone, probe }]) {
      expect(await report(of)).toMatchObject({
        status: 404,
        body: { error: { code: 'share-not-found' } },
      });
    }
  });

  test('has a reason of 1 to 1,000 characters', async () => {
    const share = await makeShare();
    for (const reason of ['x', '🙂'.repeat(1000)]) {
      expect((await report(share, reason)).status).toBe(202);
    }
    for (const reason of ['', 'x'.repeat(1001), '🙂'.repeat(1001)]) {
      expect(await report(share, reason)).toMatchObject({
        status: 400,
        body: { error: { path: 'reason' } },
      });
    }
  });
});
