import { Hono } from 'hono';
import { ACCESS_TOKEN_LIFETIME_SECONDS } from '../../../shared/api/account-limits.ts';
import { LIVE_PROTOCOL } from '../../../shared/api/library-limits.ts';
import { authenticate } from '../../access/user.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';

/** The WebSocket that tells a device of changes. Its access token comes as a sub-protocol, never in the address. */
export const liveRoutes = new Hono<AppEnv>().get('/live', async (c) => {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
    throw new ApiError('upgrade-required', {}, { Upgrade: 'websocket' });
  }
  const now = Date.now();
  const { accountId, sessionId } = await authenticate(c.env, readToken(c), now);
  const expiresAt = now + ACCESS_TOKEN_LIFETIME_SECONDS * 1000;
  const listener = new URLSearchParams({ session: sessionId, expires: String(expiresAt) });
  const { webSocket } = await c.env.VAULTS.getByName(accountId).fetch(
    `https://vault/live?${listener}`,
    { headers: { Upgrade: 'websocket' } },
  );
  const headers = { 'Sec-WebSocket-Protocol': LIVE_PROTOCOL };
  return new Response(null, { status: 101, webSocket, headers });
});

const TOKEN = /^bearer\.([\w-]+\.[\w-]+\.[\w-]+)$/;

function readToken(c: AppContext): string {
  const protocols = (c.req.header('sec-websocket-protocol') ?? '').split(',');
  const [protocol, bearer] = protocols.map((it) => it.trim());
  const [, token] = TOKEN.exec(bearer ?? '') ?? [];
  if (protocol !== LIVE_PROTOCOL || token === undefined) throw new ApiError('unauthorized');
  return token;
}
