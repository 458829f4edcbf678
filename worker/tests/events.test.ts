import { describe, expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import {
  acknowledge,
  claim,
  claimed,
  eventsOf,
  makeShare,
  own,
  revoke,
  stubOf,
} from './support/make-share.ts';

describe('events', () => {
  test('tell client family and a hash of the address that only this share can compare', async () => {
    const [share, other] = [await makeShare({ views: 3 }), await makeShare({ views: 3 })];
    const headers = {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    };
    for (const of of [share, other]) {
      for (const address of ['198.51.100.7', '198.51.100.7', '2001:db8::1']) {
        await claim(of, {}, { address, headers });
      }
    }
    const [, first, second, third] = await eventsOf(share);
    expect(first).toMatchObject({ kind: 'revealed', count: 1, client: 'Firefox on Linux' });
    expect(first?.address).toMatch(/^[A-Za-z0-9_-]{11}$/);
    expect(second?.address).toBe(first?.address);
    expect(third?.address).not.toBe(first?.address);
    const [, elsewhere] = await eventsOf(other);
    expect(elsewhere?.address).not.toBe(first?.address);
  });

  test('are in the order in which things happened', async () => {
    const share = await makeShare({ views: 2 });
    const { ticket } = await claimed(share);
    await acknowledge(share, ticket);
    await claim(share, { view: encodeBase64url(randomBytes(32)) });
    await claimed(share);
    await revoke(share);
    expect((await eventsOf(share)).map(({ kind }) => kind)).toEqual([
      'created',
      'revealed',
      'acknowledged',
      'wrong-view',
      'revealed',
      'revoked',
    ]);
  });

  test('are 500 at most; beyond that counts rise, and the ending is kept', async () => {
    const share = await makeShare({ views: 100 });
    const stub = stubOf(share);
    const probe = await sha256(decodeBase64url(share.probe));
    for (let n = 0; n < 600; n++) await stub.open(probe, { client: 'x', address: `a${n}` });
    for (let n = 0; n < 20; n++) await acknowledge(share, (await claimed(share)).ticket);
    for (let n = 0; n < 5; n++) await own(share, { method: 'PATCH', json: { views: 90 } });
    await revoke(share);
    const log = await eventsOf(share);
    expect(log.length).toBeLessThanOrEqual(500);
    const total = (kind: string) =>
      log.filter((event) => event.kind === kind).reduce((sum, event) => sum + event.count, 0);
    expect(total('opened')).toBe(600);
    expect(total('revealed')).toBe(20);
    expect(total('acknowledged')).toBe(20);
    expect(total('narrowed')).toBe(5);
    expect(log[0]?.kind).toBe('created');
    expect(log.at(-1)?.kind).toBe('revoked');
  });
});
