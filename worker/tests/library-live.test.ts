import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readManifest } from '../../shared/account/manifest.ts';
import { rotateUserKey } from '../../shared/account/rotate-user-key.ts';
import {
  LIVE_CLOSE_ENDED,
  LIVE_CLOSE_EXPIRED,
  LIVE_PROTOCOL,
} from '../../shared/api/library-limits.ts';
import { signUpSomebody } from './support/account-steps.ts';
import { call } from './support/call-api.ts';
import { act, LIBRARY, makeItem, pushOk } from './support/library-steps.ts';
import { makeUser, type TestUser } from './support/make-user.ts';

function connect(token: string): Promise<Response> {
  return call(`${LIBRARY}/live`, {
    headers: {
      upgrade: 'websocket',
      'sec-websocket-protocol': `${LIVE_PROTOCOL}, bearer.${token}`,
    },
  });
}

async function listen({ accessToken }: Pick<TestUser, 'accessToken'>) {
  const { webSocket } = await connect(accessToken);
  if (!webSocket) throw new Error('no socket');
  webSocket.accept();
  const heard: { sequence: number; generation?: number; at: number }[] = [];
  const closed = new Promise<number>((resolve) => {
    webSocket.addEventListener('close', ({ code }) => resolve(code));
  });
  webSocket.addEventListener('message', ({ data }) => {
    heard.push({ ...JSON.parse(String(data)), at: Date.now() });
  });
  return { heard, closed };
}

test('every device hears of a change within a second, and other accounts hear nothing', async () => {
  const [user, other] = [await makeUser(), await makeUser()];
  const devices = [await listen(user), await listen(user)];
  const stranger = await listen(other);
  const item = makeItem();
  const { sequence } = await pushOk(user, item);
  const answeredAt = Date.now();
  for (const { heard } of devices) {
    await expect.poll(() => heard.map((it) => it.sequence)).toEqual([sequence]);
    expect((heard[0]?.at ?? Number.NaN) - answeredAt).toBeLessThan(1000);
  }
  const binned = await act(user, 'bin', { id: item.id, version: 1 });
  await expect.poll(() => devices[0]?.heard.at(-1)?.sequence).toBe(binned.sequence);
  // What is refused is nothing new.
  await pushOk(user, item);
  expect(devices[0]?.heard).toHaveLength(2);
  expect(stranger.heard).toEqual([]);
});

test('every device hears at once that the user key was renewed', async () => {
  const person = await signUpSomebody();
  const { heard } = await listen(person.tokens);
  const { user, password, memory } = person;
  const now = await readManifest(user, person.account, memory);
  const request = { password, passkeys: [], listItemKeys: async () => [] };
  await rotateUserKey(user, now, request, memory);
  await expect.poll(() => heard).toMatchObject([{ sequence: 0, generation: 2 }]);
  // One that is refused is nothing new.
  await expect(
    rotateUserKey(user, now, { ...request, password: 'another' }, memory),
  ).rejects.toMatchObject({ code: 'wrong-password' });
  expect(heard).toHaveLength(1);
});

test('a socket ends with its session, with its token, and with the account', async () => {
  const user = await makeUser();
  const vault = env.VAULTS.getByName(user.accountId);
  const first = await listen(user);
  await vault.endSession('another session');
  await vault.endSession(user.sessionId);
  expect(await first.closed).toBe(LIVE_CLOSE_ENDED);
  const second = await vault.fetch('https://vault/live?session=s&expires=1', {
    headers: { upgrade: 'websocket' },
  });
  const closed = new Promise((resolve) => {
    second.webSocket?.accept();
    second.webSocket?.addEventListener('close', ({ code }) => resolve(code));
  });
  await pushOk(user, makeItem());
  expect(await closed).toBe(LIVE_CLOSE_EXPIRED);
  const third = await listen(user);
  await vault.forget();
  expect(await third.closed).toBe(LIVE_CLOSE_ENDED);
});

test('nobody listens without a good token, or without a socket', async () => {
  expect((await connect('a.b.c')).status).toBe(401);
  expect((await call(`${LIBRARY}/live`, { headers: { upgrade: 'websocket' } })).status).toBe(401);
  const { accessToken } = await makeUser();
  const headers = { 'sec-websocket-protocol': `${LIVE_PROTOCOL}, bearer.${accessToken}` };
  expect((await call(`${LIBRARY}/live`, { headers })).status).toBe(426);
});
