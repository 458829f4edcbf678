import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import type { AccountRole } from '../../../shared/api/account-limits.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { type Bytes, randomBytes } from '../../../shared/crypto/bytes.ts';
import { signAccessToken } from '../../access/access-token.ts';
import { makeVerifier } from '../../access/verifier.ts';
import { accounts, sessions } from '../../database/schema/accounts.ts';
import { ask, type CallOptions } from './call-api.ts';

/** A signed-in person. Rows are written as signing up would, so that tests of other things need none of it. */
export interface TestPerson {
  readonly id: string;
  readonly email: string;
  readonly sessionId: string;
  /** Of the password, 32 bytes. */
  readonly auth: Bytes;
  /** Access token that is not stepped up. */
  readonly token: string;
  /** Access token that is. */
  readonly steppedUp: string;
}

export interface PersonOptions {
  readonly email?: string;
  readonly role?: AccountRole;
}

export async function makePerson(options: PersonOptions = {}): Promise<TestPerson> {
  const id = randomText(16);
  const { email = `${id.toLowerCase()}@inkseal.test`, role = 'user' } = options;
  const auth = randomBytes(32);
  const sessionId = randomText(16);
  const now = new Date();
  await drizzle(env.DB)
    .insert(accounts)
    .values({
      id,
      email,
      role,
      state: 'active',
      createdAt: now,
      salt: randomText(16),
      iterations: 600_000,
      authHash: await makeVerifier(env, auth),
      wrappedUserKey: randomText(111),
      recoveryAuthHash: randomText(32),
      recoveryWrappedUserKey: randomText(111),
      generation: 1,
      revision: 1,
    });
  await drizzle(env.DB)
    .insert(sessions)
    .values({
      id: sessionId,
      accountId: id,
      deviceId: randomText(16),
      name: 'Kitchen laptop',
      client: 'Chrome on Linux',
      country: '',
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
      familyHash: randomText(32),
      turnHash: randomText(32),
    });
  const claims = { accountId: id, sessionId, role };
  const token = await signAccessToken(env, { ...claims, steppedUpAt: null }, now.getTime());
  const fresh = { ...claims, steppedUpAt: now.getTime() };
  const steppedUp = await signAccessToken(env, fresh, now.getTime());
  const { accessToken } = token;
  return { id, email, sessionId, auth, token: accessToken, steppedUp: steppedUp.accessToken };
}

/** An admin who is not the one that the environment names. */
export function makeAdmin(): Promise<TestPerson> {
  return makePerson({ role: 'admin' });
}

/** One request as `user`; with `json`, a POST. */
export function askAs(user: Pick<TestPerson, 'token'>, path: string, options: CallOptions = {}) {
  return ask(`/api/v1${path}`, { token: user.token, ...options });
}

/** As `askAs`, just after a step-up. */
export function askSteppedUp(
  user: Pick<TestPerson, 'token' | 'steppedUp'>,
  path: string,
  options: CallOptions = {},
) {
  return askAs(user, path, { token: user.steppedUp, ...options });
}

/** What the log of the account says, newest first, in short. */
export async function activityOf(user: TestPerson): Promise<string[]> {
  const { body } = await askAs(user, '/account/activity');
  const { activity } = body as { activity: { kind: string; outcome: string }[] };
  return activity.map(({ kind, outcome }) => (outcome === 'ok' ? kind : `${kind}: ${outcome}`));
}

function randomText(bytes: number): string {
  return encodeBase64url(randomBytes(bytes));
}
