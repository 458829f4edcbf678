import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { type BareServer, startBareServer } from './support/bare-server.ts';
import { freshNonce, makeTextShare, post, tryClaim } from './support/requests.ts';

const READERS = 1000;

let server: BareServer;
beforeAll(async () => {
  server = await startBareServer({ without: ['DB', 'CONTENT', 'LIBRARY'] });
});
afterAll(() => server.stop());

function times<T>(work: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: READERS }, work));
}

async function eventsOf({ id, ownerToken }: { id: string; ownerToken: string }) {
  const answer = await fetch(`${server.url}/api/v1/shares/${id}/events`, {
    headers: { authorization: `Bearer ${ownerToken}` },
  });
  const { events } = (await answer.json()) as { events: { kind: string; count: number }[] };
  return events.map(({ kind }) => kind);
}

describe(`${READERS} at once`, () => {
  test.each([1, 7])('on a share of %i views end with as many winners', async (views) => {
    const share = await makeTextShare(server.url, 'for few', views);
    const answers = await times(() => tryClaim(server.url, share, freshNonce()));
    const remaining = answers.flatMap((answer) =>
      answer === 'gone' || answer === null ? [] : [answer.remaining],
    );
    expect(remaining.sort()).toEqual(Array.from({ length: views }, (_, left) => left));
    expect(answers.filter((answer) => answer === 'gone')).toHaveLength(READERS - views);
    expect(await eventsOf(share)).toEqual(['created', ...remaining.map(() => 'revealed')]);
  });

  test('with wrong probes neither lock a share nor appear in its log', async () => {
    const share = await makeTextShare(server.url, 'still there', 1);
    const wrong = () => ({
      probe: encodeBase64url(randomBytes(32)),
      view: encodeBase64url(randomBytes(32)),
      nonce: freshNonce(),
    });
    const statuses = await times(async () => {
      const answer = await post(`${server.url}/api/v1/shares/${share.id}/claim`, wrong());
      await answer.body?.cancel();
      return answer.status;
    });
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect(await eventsOf(share)).toEqual(['created']);
    expect(await tryClaim(server.url, share, freshNonce())).toMatchObject({ remaining: 0 });
  });
});
