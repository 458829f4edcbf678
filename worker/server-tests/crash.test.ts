import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimAnswer } from '../../shared/api/contract.ts';
import { type BareServer, startBareServer } from './support/bare-server.ts';
import { freshNonce, type MadeShare, makeTextShare, tryClaim } from './support/requests.ts';

const ROUNDS = 100;
const VIEWS = 3;
const READERS = 6;
const LONGEST_WAIT_MS = 25;

let server: BareServer;
beforeAll(async () => {
  // Nothing of it is on the way of a claim of a text. A fast machine makes more shares than an address may.
  const without = ['DB', 'CONTENT', 'LIBRARY', 'CREATE_LIMIT', 'OPEN_LIMIT', 'ACCOUNT_LIMIT'];
  server = await startBareServer({ without });
});
afterAll(() => server.stop());

type Answer = ClaimAnswer | 'gone' | null;

function isGranted(answer: Answer): answer is ClaimAnswer {
  return answer !== null && answer !== 'gone';
}

/** Claims by several readers, workerd killed in the middle of them. */
async function claimInCrash(share: MadeShare, nonces: string[]): Promise<Answer[]> {
  const pending = nonces.map((nonce) => tryClaim(server.url, share, nonce));
  await sleep(Math.random() * LONGEST_WAIT_MS);
  await server.crash();
  return Promise.all(pending);
}

test(`${ROUNDS} times workerd is killed in the middle of claims: no view is lost, none is given twice`, async () => {
  let answered = 0;
  let unanswered = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const share = await makeTextShare(server.url, `round ${round}`, VIEWS);
    const nonces = Array.from({ length: READERS }, freshNonce);
    const before = await claimInCrash(share, nonces);
    const after: Answer[] = [];
    for (const nonce of nonces) after.push(await tryClaim(server.url, share, nonce));

    // Whoever was answered is answered the same again; whoever was not may ask again.
    before.forEach((answer, reader) => {
      if (answer !== null) expect(after[reader]).toEqual(answer);
    });
    const remaining = after.filter(isGranted).map((answer) => answer.remaining);
    expect(remaining.sort()).toEqual(Array.from({ length: VIEWS }, (_, left) => left));
    expect(after.filter((answer) => answer === 'gone')).toHaveLength(READERS - VIEWS);
    answered += before.filter(isGranted).length;
    unanswered += before.filter((answer) => answer === null).length;
  }
  // Else every crash came too early or too late to prove anything.
  expect(answered).toBeGreaterThan(0);
  expect(unanswered).toBeGreaterThan(0);
});
