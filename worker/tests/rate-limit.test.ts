import { describe, expect, test } from 'vitest';
import { call, freshAddress } from './support/call-api.ts';

/** Windows are aligned to the clock: across a boundary, twice the limit may pass. */
async function countAllowed(path: string, address: string | ((n: number) => string), n: number) {
  let allowed = 0;
  for (let i = 0; i < n; i++) {
    const of = typeof address === 'string' ? address : address(i);
    const answer = await call(path, { json: {}, address: of });
    if (answer.status !== 429) allowed++;
    else expect(answer.headers.get('retry-after')).toBe('60');
    await answer.body?.cancel();
  }
  return allowed;
}

describe.each([
  ['create', '/api/v1/shares', 60],
  ['open and claim', '/api/v1/shares/AAAAAAAAAAAAAAAAAAAAAA/claim', 240],
])('the limit of %s', (_, path, limit) => {
  test('is counted per address', async () => {
    const allowed = await countAllowed(path, freshAddress(), 2 * limit + 20);
    expect(allowed).toBeGreaterThanOrEqual(limit);
    expect(allowed).toBeLessThanOrEqual(2 * limit);
    expect(await countAllowed(path, freshAddress, 20)).toBe(20);
  });
});

describe('addresses', () => {
  test('of one IPv6 /64 share a limit, those of two do not', async () => {
    const prefix = `2001:db8:${Math.floor(Math.random() * 65_535).toString(16)}:1`;
    const allowed = await countAllowed(
      '/api/v1/shares',
      (n) => `${prefix}::${n.toString(16)}`,
      140,
    );
    expect(allowed).toBeLessThanOrEqual(120);
    expect(await countAllowed('/api/v1/shares', `${prefix.slice(0, -1)}2::1`, 1)).toBe(1);
  });

  test('that a client only claims to have are not believed', async () => {
    const address = freshAddress();
    await countAllowed('/api/v1/shares', address, 125);
    const headers = {
      'x-forwarded-for': '1.2.3.4',
      'x-real-ip': '1.2.3.4',
      forwarded: 'for=1.2.3.4',
    };
    expect((await call('/api/v1/shares', { json: {}, address, headers })).status).toBe(429);
  });
});
