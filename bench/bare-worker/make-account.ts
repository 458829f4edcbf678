import { drizzle } from 'drizzle-orm/d1';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { signAccessToken } from '../../worker/access/access-token.ts';
import type { Env } from '../../worker/bindings.ts';
import { accounts, manifests, sessions } from '../../worker/database/schema/accounts.ts';

const text = (bytes: number) => encodeBase64url(randomBytes(bytes));

/** An account and a session in the tables: what leads there is not what is measured. */
export async function makeBenchAccount(
  env: Env,
): Promise<{ accountId: string; accessToken: string }> {
  const [accountId, sessionId, now] = [text(16), text(16), Date.now()];
  const time = new Date(now);
  const expiresAt = new Date(now + 86_400_000);
  const db = drizzle(env.DB);
  await db.batch([
    db.insert(accounts).values({
      id: accountId,
      email: `${accountId.toLowerCase()}@bench.test`,
      role: 'user',
      state: 'active',
      createdAt: time,
      salt: text(16),
      iterations: 600_000,
      authHash: text(32),
      wrappedUserKey: text(111),
      recoveryAuthHash: text(32),
      recoveryWrappedUserKey: text(111),
      generation: 1,
      revision: 1,
    }),
    db.insert(manifests).values({ accountId, counter: 0, envelope: '' }),
    db.insert(sessions).values({
      id: sessionId,
      accountId,
      deviceId: text(16),
      name: '',
      client: '',
      country: '',
      createdAt: time,
      lastUsedAt: time,
      expiresAt,
      familyHash: text(32),
      turnHash: text(32),
    }),
  ]);
  const claims = { accountId, sessionId, role: 'user', steppedUpAt: null };
  const { accessToken } = await signAccessToken(env, claims, now);
  return { accountId, accessToken };
}
