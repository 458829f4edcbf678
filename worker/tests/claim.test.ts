import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { ask, call } from './support/call-api.ts';
import {
  acknowledge,
  claim,
  claimed,
  freshNonce,
  LARGE_LENGTH,
  makeShare,
  own,
  read,
  revoke,
  type TestShare,
} from './support/make-share.ts';

const b64u = (length: number): string => encodeBase64url(randomBytes(length));

async function outcome(pending: Promise<Response>): Promise<unknown> {
  const answer = await pending;
  return { status: answer.status, ...(await answer.json<object>()) };
}

async function viewsLeft(share: TestShare): Promise<unknown> {
  return (await own(share)).body;
}

describe('claim', () => {
  test('gives what was sealed, a ticket, and what remains', async () => {
    const share = await makeShare({ views: 3 });
    const answer = await claimed(share);
    expect(answer).toEqual({
      wrappedKey: share.request.wrappedKey,
      meta: share.request.meta,
      content: share.request.content,
      contentLength: share.content.length,
      remaining: 2,
      ticket: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    });
  });

  test('leaves long content to be read with the ticket', async () => {
    const share = await makeShare({ contentLength: LARGE_LENGTH });
    const answer = await claimed(share);
    expect(answer).not.toHaveProperty('content');
    expect(answer.contentLength).toBe(LARGE_LENGTH);
  });

  test('the same nonce 50 times takes one view, and every answer is the same', async () => {
    const share = await makeShare({ views: 3 });
    const nonce = freshNonce();
    const answers = await Promise.all(Array.from({ length: 50 }, () => claimed(share, nonce)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await viewsLeft(share)).toMatchObject({ remaining: 2 });
    const { body } = await own(share, {}, '/events');
    expect(body).toMatchObject({ events: [{ kind: 'created' }, { kind: 'revealed', count: 1 }] });
  });

  test('a lost answer is given again when the share is used up', async () => {
    const share = await makeShare({ views: 2 });
    const nonce = freshNonce();
    const first = await claimed(share, nonce);
    await claimed(share);
    expect(await claimed(share, nonce)).toEqual(first);
    expect(await outcome(claim(share))).toMatchObject({ status: 410 });
  });

  test('after its acknowledgement the same claim has ended, or the share says why it is gone', async () => {
    const share = await makeShare({ views: 2 });
    const nonce = freshNonce();
    const { ticket } = await claimed(share, nonce);
    await acknowledge(share, ticket);
    expect(await outcome(claim(share, { nonce }))).toMatchObject({
      status: 410,
      error: { code: 'claim-ended' },
    });
    await claimed(share);
    expect(await outcome(claim(share, { nonce }))).toMatchObject({
      status: 410,
      error: { code: 'share-gone', reason: 'used-up' },
    });
  });

  test('says why a share is gone, and the first reason stays', async () => {
    const share = await makeShare();
    const goneBy = async (reason: string) =>
      expect(await outcome(claim(share))).toMatchObject({
        status: 410,
        error: { code: 'share-gone', reason },
      });
    await claimed(share);
    await goneBy('used-up');
    await revoke(share);
    await goneBy('used-up');
    const revoked = await makeShare();
    await revoke(revoked);
    expect(await outcome(claim(revoked))).toMatchObject({ error: { reason: 'revoked' } });
  });
});

describe('wrong passphrase', () => {
  test('9 leave the share as it is, the 10th destroys it, no view is taken', async () => {
    const share = await makeShare({ views: 2 });
    for (let left = 9; left >= 1; left--) {
      expect(await outcome(claim(share, { view: b64u(32) }))).toMatchObject({
        status: 403,
        error: { code: 'wrong-passphrase', attemptsLeft: left },
      });
    }
    expect(await viewsLeft(share)).toMatchObject({ state: 'active', remaining: 2 });
    const { ticket } = await claimed(share);
    expect(await outcome(claim(share, { view: b64u(32) }))).toMatchObject({
      status: 403,
      error: { attemptsLeft: 0 },
    });
    expect(await viewsLeft(share)).toMatchObject({ state: 'destroyed', remaining: 1 });
    expect(await outcome(claim(share))).toMatchObject({
      status: 410,
      error: { code: 'share-gone', reason: 'destroyed' },
    });
    expect((await read(share, ticket)).status).toBe(200);
    const { body } = await own(share, {}, '/events');
    const kinds = (body as { events: { kind: string }[] }).events.map(({ kind }) => kind);
    expect(kinds).toEqual([
      'created',
      ...Array.from({ length: 9 }, () => 'wrong-view'),
      'revealed',
      'wrong-view',
      'destroyed',
    ]);
  });

  test('100 at once count to 10 exactly', async () => {
    const share = await makeShare();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => outcome(claim(share, { view: b64u(32) }))),
    );
    const left = (answers as { error: { attemptsLeft?: number } }[])
      .map(({ error }) => error.attemptsLeft)
      .filter((attemptsLeft) => attemptsLeft !== undefined);
    expect(left.sort()).toEqual(Array.from({ length: 10 }, (_, n) => n));
  });
});

describe('what takes no view', () => {
  const previews = [
    'facebookexternalhit/1.1',
    'Slackbot-LinkExpanding 1.0',
    'WhatsApp/2.23',
    'TelegramBot (like TwitterBot)',
    'Mozilla/5.0 (compatible; Discordbot/2.0)',
  ];

  test('GET, HEAD, OPTIONS, link previews and open', async () => {
    const share = await makeShare();
    const api = `/api/v1/shares/${share.id}`;
    for (const agent of previews) {
      const headers = { 'user-agent': agent, accept: '*/*' };
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        for (const path of [`/s/${share.id}`, api, `${api}/claim`, `${api}/open`]) {
          const answer = await call(path, { method, headers });
          await answer.body?.cancel();
        }
      }
    }
    await ask(`${api}/open`, { json: { probe: share.probe } });
    expect(await viewsLeft(share)).toMatchObject({ state: 'active', remaining: 1 });
    await claimed(share);
  });
});

describe('claim refuses', () => {
  const good = { probe: b64u(32), view: b64u(32), nonce: b64u(16) };

  test.each(['probe', 'view', 'nonce'] as const)(
    'a %s of a wrong length or alphabet',
    async (field) => {
      const share = await makeShare();
      const value = good[field];
      const bad = [
        value.slice(1),
        `${value}A`,
        `${value}=`,
        ` ${value}`,
        '',
        `${value.slice(0, -1)}/`,
        7,
        null,
        undefined,
      ];
      for (const wrong of bad) {
        const json = { ...good, [field]: wrong };
        const { status, body } = await ask(`/api/v1/shares/${share.id}/claim`, { json });
        expect({ wrong, status, body }).toMatchObject({
          status: 400,
          body: { error: { path: field } },
        });
      }
    },
  );

  test('an id of a wrong length or alphabet', async () => {
    for (const id of [
      'a',
      b64u(15),
      b64u(17),
      `${'A'.repeat(21)}B`,
      `${'A'.repeat(21)}=`,
      `${'A'.repeat(21)}%20`,
      '~~~',
    ]) {
      for (const [path, json] of [
        ['claim', good],
        ['open', { probe: good.probe }],
        ['report', { probe: good.probe, reason: 'x' }],
      ] as const) {
        const { status, body } = await ask(`/api/v1/shares/${id}/${path}`, { json });
        expect({ id, status, body }).toMatchObject({
          status: 400,
          body: { error: { path: 'id' } },
        });
      }
    }
  });

  test('unknown fields', async () => {
    const share = await makeShare();
    const json = { ...good, extra: 1 };
    expect((await ask(`/api/v1/shares/${share.id}/claim`, { json })).status).toBe(400);
  });
});
