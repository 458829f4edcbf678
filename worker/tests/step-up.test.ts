import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StepUpAnswer } from '../../shared/api/contract.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import {
  addPasskey,
  addTotp,
  beginStepUp,
  codeOf,
  EXTENSION,
  makeCodes,
  wrongCode,
} from './support/factors.ts';
import { activityOf, askAs, makePerson, type TestPerson } from './support/make-person.ts';

afterEach(() => {
  vi.useRealTimers();
});

function stepUp(user: TestPerson, json: unknown) {
  return askAs(user, '/step-up', { json });
}

function error(code: string) {
  return { error: { code } };
}

/** Whether the answer's token may do what asks for a step-up. */
async function mayAct(user: TestPerson, { body }: { readonly body: unknown }): Promise<boolean> {
  const { accessToken: token } = body as StepUpAnswer;
  const answer = await askAs(user, '/account/passkeys/options', { method: 'POST', token });
  return answer.status === 200;
}

describe('by password', () => {
  test('gives a token that is good for dangerous acts for five minutes', async () => {
    const user = await makePerson();
    const answer = await stepUp(user, { auth: encodeBase64url(user.auth) });
    expect(answer.status).toBe(200);
    expect(await mayAct(user, answer)).toBe(true);
    expect(await mayAct(user, { body: { accessToken: user.token } })).toBe(false);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
    expect(await mayAct(user, answer)).toBe(false);
    expect(await activityOf(user)).toEqual(['step-up']);
  });

  test('refuses a wrong one, and after ten makes everybody wait', async () => {
    const user = await makePerson();
    const wrong = { auth: encodeBase64url(randomBytes(32)) };
    const answers = await Promise.all(Array.from({ length: 30 }, () => stepUp(user, wrong)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
    const right = await stepUp(user, { auth: encodeBase64url(user.auth) });
    expect(right).toMatchObject({ status: 429, body: error('too-many-attempts') });
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('is not enough where there is a second factor', async () => {
    const user = await makePerson();
    await addTotp(user);
    const answer = await stepUp(user, { auth: encodeBase64url(user.auth) });
    expect(answer).toMatchObject({ status: 403, body: error('second-factor-required') });
  });
});

describe('by an authenticator app', () => {
  test('one code gives one success, however often and under whatever challenge', async () => {
    const user = await makePerson();
    const totp = await addTotp(user);
    const code = codeOf(totp);
    const challenges = await Promise.all(Array.from({ length: 6 }, () => beginStepUp(user)));
    const answers = await Promise.all(
      challenges.map(({ challenge }) => stepUp(user, { challenge, totp: code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { challenge } = await beginStepUp(user);
    expect(await stepUp(user, { challenge, totp: code })).toMatchObject({
      status: 403,
      body: error('wrong-code'),
    });
  });

  test('a challenge is good once, for its account, for five minutes, after mistakes too', async () => {
    const user = await makePerson();
    const totp = await addTotp(user);
    const { challenge } = await beginStepUp(user);
    const wrong = await stepUp(user, { challenge, totp: wrongCode(totp) });
    expect(wrong).toMatchObject({ status: 403, body: error('wrong-code') });
    const other = await makePerson();
    const foreign = await stepUp(other, { challenge, totp: codeOf(totp) });
    expect(foreign).toMatchObject({ status: 403, body: error('challenge-ended') });
    const right = await stepUp(user, { challenge, totp: codeOf(totp) });
    expect(await mayAct(user, right)).toBe(true);
    const again = await stepUp(user, { challenge, totp: codeOf(totp, 1) });
    expect(again).toMatchObject({ status: 403, body: error('challenge-ended') });
    expect(await activityOf(user)).toEqual(['step-up', 'step-up: wrong-code', 'totp-added']);
    const late = await beginStepUp(user);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
    const json = { challenge: late.challenge, totp: codeOf(totp) };
    expect(await stepUp(user, json)).toMatchObject({ body: error('challenge-ended') });
  });

  test('200 guesses at once are ten tries, and each wait after is longer', async () => {
    const user = await makePerson();
    const totp = await addTotp(user);
    const { challenge } = await beginStepUp(user);
    const json = { challenge, totp: wrongCode(totp) };
    const answers = await Promise.all(Array.from({ length: 200 }, () => stepUp(user, json)));
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(190);
    const waits: number[] = [];
    for (let round = 0; round < 3; round++) {
      const locked = await stepUp(user, { challenge, totp: codeOf(totp) });
      expect(locked).toMatchObject({ status: 429, body: error('too-many-attempts') });
      const seconds = Number(locked.headers.get('retry-after'));
      waits.push(seconds);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
      await stepUp(user, { challenge: (await beginStepUp(user)).challenge, totp: '000000' });
    }
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0);
  });
});

describe('by passkey', () => {
  test('one assertion gives one success', async () => {
    const user = await makePerson();
    const { authenticator } = await addPasskey(user);
    const { challenge, methods, passkey } = await beginStepUp(user);
    expect(methods).toEqual(['passkey']);
    expect(passkey?.allowCredentials).toMatchObject([{ id: authenticator.id }]);
    const ceremony = { challenge: passkey?.challenge ?? '', origin: EXTENSION };
    const json = { challenge, passkey: await authenticator.assert(ceremony) };
    const answers = await Promise.all(Array.from({ length: 5 }, () => stepUp(user, json)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await activityOf(user)).toContain('step-up');
  });

  test('of somebody else is refused, and so is one that signed another challenge', async () => {
    const user = await makePerson();
    const { authenticator } = await addPasskey(user);
    const { authenticator: foreign } = await addPasskey(await makePerson());
    const { challenge, passkey } = await beginStepUp(user);
    const ceremony = { challenge: passkey?.challenge ?? '', origin: EXTENSION };
    const other = (await beginStepUp(user)).passkey?.challenge ?? '';
    for (const assertion of [
      await foreign.assert(ceremony),
      await authenticator.assert({ ...ceremony, challenge: other }),
      await authenticator.assert({ ...ceremony, origin: 'https://inkseal.test' }),
    ]) {
      const answer = await stepUp(user, { challenge, passkey: assertion });
      expect(answer).toMatchObject({ status: 403, body: error('wrong-passkey') });
    }
    const right = await stepUp(user, { challenge, passkey: await authenticator.assert(ceremony) });
    expect(await mayAct(user, right)).toBe(true);
  });
});

describe('by recovery code', () => {
  test('each code once, however it is typed', async () => {
    const user = await makePerson();
    await addTotp(user);
    const [first = '', second = ''] = await makeCodes(user);
    const challenges = await Promise.all(Array.from({ length: 4 }, () => beginStepUp(user)));
    expect(challenges[0]?.methods).toEqual(['totp', 'recovery-code']);
    const recoveryCode = first.toUpperCase().replaceAll('-', ' ');
    const answers = await Promise.all(
      challenges.map(({ challenge }) => stepUp(user, { challenge, recoveryCode })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { challenge } = await beginStepUp(user);
    expect(await stepUp(user, { challenge, recoveryCode: first })).toMatchObject({ status: 403 });
    const other = await stepUp(user, { challenge, recoveryCode: second });
    expect(await mayAct(user, other)).toBe(true);
  });
});

test('one proof at a time', async () => {
  const user = await makePerson();
  const challenge = encodeBase64url(randomBytes(32));
  for (const json of [
    {},
    { challenge },
    { challenge, totp: '123456', recoveryCode: '7k2m-p0xq-9dhr' },
    { challenge, totp: '12345' },
    { auth: encodeBase64url(user.auth), challenge },
  ]) {
    expect(await stepUp(user, json)).toMatchObject({ status: 400, body: error('invalid-request') });
  }
});
