import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../shared/account/account-server.ts';
import { changePassword } from '../../shared/account/change-password.ts';
import { recover } from '../../shared/account/recover.ts';
import { signIn } from '../../shared/account/sign-in.ts';
import { prepareSignUp } from '../../shared/account/sign-up.ts';
import { ForgetfulMemory } from '../../shared/account/testing/forgetful-memory.ts';
import { recoveryCodesAnswer, stepUpAnswer, totpAnswer } from '../../shared/api/contract.ts';
import { readKit } from '../../shared/crypto/recovery-kit.ts';
import { freshAuth, freshDevice } from '../tests/support/prepare-account.ts';
import {
  type AccountServer,
  askForCode,
  startAccountServer,
  trySignIn,
} from './support/account-server.ts';
import { findSecrets, readEverything, whereIs } from './support/find-secrets.ts';
import { recordSecrets } from './support/record-secrets.ts';
import { post } from './support/requests.ts';
import { crash } from './support/test-server.ts';
import { useLibrary } from './support/use-library.ts';

const EMAIL = 'ada.canary@example.org';
const PASSWORDS = ['Erstes Passwort mit Ümlaut', 'second password, long enough', 'third one'];
const BASE64URL = /^[\w-]{22,}$/;

let server: AccountServer;
beforeAll(async () => {
  server = await startAccountServer();
});
afterAll(() => server.stop());

async function kitOf(lines: readonly string[]) {
  const reading = await readKit(lines.join('\n'));
  if (!reading.ok) throw new Error(reading.reason);
  return reading.kit;
}

/** Of the password that the account was made with. */
let firstAuth: string | undefined;

/** Adds an authenticator app and recovery codes, and takes the app away again. */
async function useFactors(token: string, secrets: Map<string, Buffer>) {
  const ask = async (path: string, bearer: string, json: object = {}) => {
    const answer = await post(`${server.url}/api/v1${path}`, json, undefined, bearer);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
  const { accessToken } = stepUpAnswer.parse(await ask('/step-up', token, { auth: firstAuth }));
  const { secret } = totpAnswer.parse(await ask('/account/totp', accessToken));
  const seed = Secret.fromBase32(secret);
  secrets.set('TOTP seed', Buffer.from(secret));
  secrets.set('TOTP seed, bytes', Buffer.from(seed.bytes));
  await ask('/account/totp/confirm', accessToken, { code: new TOTP({ secret: seed }).generate() });
  const { codes } = recoveryCodesAnswer.parse(await ask('/account/recovery-codes', accessToken));
  for (const code of codes) secrets.set(`factor ${code}`, Buffer.from(code));
  const headers = { authorization: `Bearer ${accessToken}` };
  await fetch(`${server.url}/api/v1/account/totp`, { method: 'DELETE', headers });
}

/** A whole life of an account by the real client; what of it the server must not keep. */
async function live(): Promise<Map<string, Buffer>> {
  const secrets = new Map<string, Buffer>();
  const keepText = (name: string, text: string) => {
    secrets.set(name, Buffer.from(text));
    if (BASE64URL.test(text)) secrets.set(`${name}, bytes`, Buffer.from(text, 'base64url'));
  };
  let count = 0;
  const stop = recordSecrets((field, value) => {
    if (field === 'auth') firstAuth ??= value;
    keepText(`${field} ${++count}`, value);
  });
  try {
    const [first = '', second = '', third = ''] = PASSWORDS;
    for (const password of PASSWORDS) keepText(password, password);
    const client = clientOf({ origin: server.url });
    const memory = new ForgetfulMemory();

    const prepared = await prepareSignUp(first, freshDevice());
    const code = await askForCode(server, EMAIL, 'sign-up');
    const created = await prepared.create(client, { email: EMAIL, code }, memory);
    await useFactors(created.tokens.accessToken, secrets);
    const rotated = await useLibrary(server.url, { ...created, memory }, first, secrets);
    await trySignIn(server.url, EMAIL, freshAuth());
    const elsewhere = await signIn(
      client,
      { email: EMAIL, password: first, device: freshDevice() },
      new ForgetfulMemory(),
    );
    expect(elsewhere.state).toBe('signed-in');
    const passwords = { oldPassword: first, newPassword: second };
    await changePassword(created.user, rotated.account, passwords, memory);

    const kit = await kitOf(rotated.kit);
    const recoveryCode = await askForCode(server, EMAIL, 'recovery');
    const request = { email: EMAIL, code: recoveryCode, kit, newPassword: third };
    const recovered = await recover(client, { ...request, device: freshDevice() }, memory);
    if (recovered.next.name !== 'entered') throw new Error(recovered.next.name);
    secrets.set('user key', Buffer.from(recovered.next.signedIn.account.userKey));
    secrets.set('kit', Buffer.from(kit));
    secrets.set('new kit', Buffer.from(await kitOf(recovered.kit)));
    for (const line of [...prepared.kit, ...rotated.kit, ...recovered.kit]) {
      keepText(line, line);
      keepText(`${line} without gaps`, line.replaceAll(' ', ''));
    }
  } finally {
    stop();
  }
  return secrets;
}

test('nothing that opens an account, speaks for its owner or lies in it is stored, logged or mailed', async () => {
  const secrets = await live();
  const fields = [...secrets.keys()].map((name) => name.replace(/ .*/, ''));
  for (const field of ['auth', 'newAuth', 'code', 'accessToken', 'refreshToken', 'recovery']) {
    expect(fields).toContain(field);
  }
  // Killed, so that journals and temporary files stay as they are in the middle of work.
  for (const state of ['running', 'crashed']) {
    if (state === 'crashed') await crash(server);
    const stored = await readEverything(server);
    expect({ state, found: findSecrets(secrets, stored) }).toEqual({ state, found: [] });
    // The search does find what is stored: the address, and a request's log line.
    expect(whereIs(Buffer.from(EMAIL), stored)).not.toEqual([]);
    expect(stored.get('the log')?.includes('/api/v1/recovery/finish')).toBe(true);
    expect(stored.get('the log')?.includes('/api/v1/library/push')).toBe(true);
    expect(stored.get('the log')?.includes(EMAIL)).toBe(false);
  }
  const mails = new Map([['mail', Buffer.from(JSON.stringify(server.mails))]]);
  const unmailed = [...secrets].filter(([name]) => !name.startsWith('code '));
  expect(findSecrets(new Map(unmailed), mails)).toEqual([]);
});
