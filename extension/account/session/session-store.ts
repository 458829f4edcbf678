import { browser } from 'wxt/browser';
import { REFRESH_TOKEN_BYTES } from '../../../shared/api/account-limits.ts';
import type { Session, SessionStore } from '../../../shared/api/client/accounts/session.ts';
import { decodeBase64url, encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { concat } from '../../../shared/crypto/bytes.ts';
import { markEnded, readStanding } from './account-record.ts';
import { readSecret, writeSecret } from './account-secrets.ts';
import { lockAccount } from './open-keys.ts';

/** In the browser's memory: the access token, good for minutes. */
const ACCESS = 'account-access';

interface KeptAccess {
  readonly sessionId: string;
  readonly token: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/** Of a browser that was started anew: there is none, and one is fetched. */
const NO_ACCESS = { token: '', expiresAt: new Date(0).toISOString() };

/** The session of this profile: its refresh token sealed on the disk, its access token in memory. */
export const SESSION_STORE: SessionStore = {
  async read() {
    const standing = await readStanding();
    const secret = await readSecret('refresh-token');
    if (!standing || standing.hasEnded || !secret) return null;
    const kept = (await browser.storage.session.get(ACCESS))[ACCESS] as KeptAccess | undefined;
    const { token, expiresAt } = kept?.sessionId === standing.sessionId ? kept : NO_ACCESS;
    return {
      accountId: standing.accountId,
      sessionId: standing.sessionId,
      accessToken: token,
      accessExpiresAt: expiresAt,
      refreshToken: encodeBase64url(secret.slice(0, REFRESH_TOKEN_BYTES)),
      refreshNonce: encodeBase64url(secret.slice(REFRESH_TOKEN_BYTES)),
    };
  },
  async write(session) {
    if (session) return keepTokens(session);
    const standing = await readStanding();
    if (standing) await markEnded(standing.sessionId);
    await lockAccount();
    await forgetAccess();
  },
};

/** Keeps a session's tokens; which account they are for stands in the account's record. */
export async function keepTokens(session: Session): Promise<void> {
  const { refreshToken, refreshNonce, sessionId, accessToken, accessExpiresAt } = session;
  // The token and its nonce are of use only together: one write.
  const secret = concat(decodeBase64url(refreshToken), decodeBase64url(refreshNonce));
  await writeSecret('refresh-token', secret);
  await keepAccess({ sessionId, token: accessToken, expiresAt: accessExpiresAt });
}

/** Another access token for the same session: after a step-up. */
export async function keepAccess(access: KeptAccess): Promise<void> {
  await browser.storage.session.set({ [ACCESS]: access });
}

export async function forgetAccess(): Promise<void> {
  await browser.storage.session.remove(ACCESS);
}
