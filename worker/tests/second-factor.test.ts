import { describe, expect, test } from 'vitest';
import type { ChallengeAnswer, TokensAnswer } from '../../shared/api/contract.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { ask } from './support/call-api.ts';
import { addPasskey, addTotp, codeOf, EXTENSION, makeCodes, wrongCode } from './support/factors.ts';
import { freshDevice } from './support/make-account.ts';
import { activityOf, askAs, makePerson, type TestPerson } from './support/make-person.ts';

const device = freshDevice('Phone');

function signIn({ email, auth }: TestPerson) {
  return ask('/api/v1/sign-in', { json: { email, auth: encodeBase64url(auth), device } });
}

async function begin(person: TestPerson): Promise<ChallengeAnswer> {
  const { status, body } = await signIn(person);
  expect(status).toBe(200);
  return body as ChallengeAnswer;
}

function finish(json: unknown) {
  return ask('/api/v1/sign-in/second', { json });
}

/** Whether the tokens are of a session that stands. */
async function isSignedIn(person: TestPerson, { body }: { readonly body: unknown }) {
  const { accessToken: token, sessionId } = body as TokensAnswer;
  const { body: list } = await askAs(person, '/sessions', { token });
  const { sessions } = list as { sessions: { id: string; name: string; current: boolean }[] };
  return sessions.some(({ id, name, current }) => id === sessionId && name === 'Phone' && current);
}

describe('signing in to an account with an authenticator app', () => {
  test('gives no token before a code, and one session for it', async () => {
    const person = await makePerson();
    const totp = await addTotp(person);
    const answer = await begin(person);
    expect(answer).toEqual({
      challenge: expect.any(String),
      methods: ['totp'],
      expiresAt: expect.any(String),
    });
    const wrong = await finish({ challenge: answer.challenge, totp: wrongCode(totp) });
    expect(wrong).toMatchObject({ status: 403, body: { error: { code: 'wrong-code' } } });
    const json = { challenge: answer.challenge, totp: codeOf(totp) };
    const answers = await Promise.all(Array.from({ length: 5 }, () => finish(json)));
    const [granted, ...more] = answers.filter(({ status }) => status === 200);
    expect(more).toEqual([]);
    expect(await isSignedIn(person, granted ?? { body: null })).toBe(true);
    expect((await activityOf(person)).slice(0, 3)).toEqual([
      'sign-in',
      'second-factor',
      'second-factor: wrong-code',
    ]);
  });

  test('one code opens one session, whoever asks at once with the same password', async () => {
    const person = await makePerson();
    const totp = await addTotp(person);
    const challenges = await Promise.all(Array.from({ length: 4 }, () => begin(person)));
    const answers = await Promise.all(
      challenges.map(({ challenge }) => finish({ challenge, totp: codeOf(totp) })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('a challenge for a step-up signs nobody in', async () => {
    const person = await makePerson();
    const totp = await addTotp(person);
    const { body } = await askAs(person, '/step-up/options', { method: 'POST' });
    const { challenge } = body as ChallengeAnswer;
    expect(await finish({ challenge, totp: codeOf(totp) })).toMatchObject({
      status: 403,
      body: { error: { code: 'challenge-ended' } },
    });
  });
});

test('a passkey and a recovery code sign in, too', async () => {
  const person = await makePerson();
  const { authenticator } = await addPasskey(person);
  const [code = ''] = await makeCodes(person);
  const first = await begin(person);
  expect(first.methods).toEqual(['passkey', 'recovery-code']);
  const ceremony = { challenge: first.passkey?.challenge ?? '', origin: EXTENSION };
  const passkey = await authenticator.assert(ceremony);
  const byPasskey = await finish({ challenge: first.challenge, passkey });
  expect(await isSignedIn(person, byPasskey)).toBe(true);
  const { challenge } = await begin(person);
  const byCode = await finish({ challenge, recoveryCode: code });
  expect(await isSignedIn(person, byCode)).toBe(true);
  expect((await begin(person)).methods).toEqual(['passkey', 'recovery-code']);
});

test('a wrong password is told nothing of second factors', async () => {
  const person = await makePerson();
  await addTotp(person);
  const answer = await signIn({ ...person, auth: crypto.getRandomValues(new Uint8Array(32)) });
  expect(answer).toMatchObject({ status: 401, body: { error: { code: 'wrong-credentials' } } });
});
