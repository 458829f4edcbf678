import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { signAccessToken } from '../../access/access-token.ts';
import { accounts, sessions } from '../../database/schema/accounts.ts';
import { type CallOptions, call } from './call-api.ts';

/** Somebody who is signed in. */
export interface TestUser {
  readonly accountId: string;
  readonly sessionId: string;
  readonly accessToken: string;
  /** A request with the user's token. */
  call(path: string, options?: CallOptions): Promise<Response>;
}

const id = () => encodeBase64url(randomBytes(16));
const secret = () => encodeBase64url(randomBytes(32));

/** An account and a session in the tables, without the way that leads there. */
export async function makeUser(): Promise<TestUser> {
  const accountId = id();
  const sessionId = id();
  const now = Date.now();
  const time = new Date(now);
  const db = drizzle(env.DB);
  await db.insert(accounts).values({
    id: accountId,
    email: `${accountId.toLowerCase()}@example.com`,
    role: 'user',
    state: 'active',
    createdAt: time,
    salt: id(),
    iterations: 600_000,
    authHash: secret(),
    wrappedUserKey: secret(),
    recoveryAuthHash: secret(),
    recoveryWrappedUserKey: secret(),
    generation: 1,
    revision: 1,
  });
  await db.insert(sessions).values({
    id: sessionId,
    accountId,
    deviceId: id(),
    name: 'Test',
    client: '',
    country: '',
    createdAt: time,
    lastUsedAt: time,
    expiresAt: new Date(now + 86_400_000),
    familyHash: secret(),
    turnHash: secret(),
  });
  const claims = { accountId, sessionId, role: 'user', steppedUpAt: null };
  const { accessToken } = await signAccessToken(env, claims, now);
  return {
    accountId,
    sessionId,
    accessToken,
    call: (path, options = {}) =>
      call(path, {
        ...options,
        headers: { ...options.headers, authorization: `Bearer ${accessToken}` },
      }),
  };
}
