import { encodeBase64url } from '../../../crypto/base64url.ts';
import { NONCE_BYTES } from '../../../crypto/brand.ts';
import { randomBytes } from '../../../crypto/bytes.ts';
import type { RefreshRequest, TokensAnswer } from '../../contract.ts';
import { ApiError } from '../api-error.ts';
import { type RequestOptions, request, requestJson, type Send } from '../request.ts';
import { retry } from '../retry.ts';

/** What a signed-in client keeps. The nonce belongs to the refresh token: they are kept and used together. */
export interface Session extends TokensAnswer {
  /** 16 random bytes, base64url. */
  readonly refreshNonce: string;
}

/** Where a client keeps its session; all pages of one extension share one. */
export interface SessionStore {
  read(): Promise<Session | null>;
  /** `null`: signed out, or ended by the server. */
  write(session: Session | null): Promise<void>;
}

/** One person at one server. */
export interface UserConnection {
  readonly origin: string;
  readonly session: SessionStore;
  /** In place of `fetch`. */
  readonly send?: Send;
}

/** Tokens are renewed when they are good for less than this. */
const RENEW_BEFORE_MS = 30_000;

/** A session to be kept, of what the server answered. */
export function sessionOf(tokens: TokensAnswer): Session {
  return { ...tokens, refreshNonce: encodeBase64url(randomBytes(NONCE_BYTES)) };
}

/**
 * A request with an access token that is good, renewed where it has to be. Two pages may renew at once: the same
 * nonce gets both the same new token.
 * @throws {ApiError} `session-ended` where nobody is signed in any more; the store is empty then
 */
export async function requestAsUser(
  connection: UserConnection,
  path: string,
  options: RequestOptions = {},
): Promise<Response> {
  const ask = (bearer: string) =>
    request(connection.origin, path, { ...options, ...sendOf(connection), bearer });
  const session = await currentSession(connection);
  try {
    return await ask(session.accessToken);
  } catch (error) {
    if (!isCode(error, 'unauthorized')) return endOn(connection, error);
  }
  const renewed = await renewSession(connection, session);
  return ask(renewed.accessToken).catch((error) => endOn(connection, error));
}

/** As `requestAsUser`, for an answer in JSON. */
export async function requestJsonAsUser<Answer>(
  connection: UserConnection,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const response = await requestAsUser(connection, path, options);
  return (await response.json()) as Answer;
}

/** An access token that is good for a while: for what carries no header, like a WebSocket's first message. */
export async function freshAccessToken(connection: UserConnection): Promise<string> {
  return (await currentSession(connection)).accessToken;
}

async function currentSession(connection: UserConnection): Promise<Session> {
  const session = await connection.session.read();
  if (session === null) throw ended();
  const leftMs = Date.parse(session.accessExpiresAt) - Date.now();
  return leftMs > RENEW_BEFORE_MS ? session : renewSession(connection, session);
}

/** Renews `session`, unless another page did meanwhile. */
async function renewSession(connection: UserConnection, session: Session): Promise<Session> {
  const stored = await connection.session.read();
  if (stored === null) throw ended();
  if (stored.accessToken !== session.accessToken) return stored;
  const { refreshToken, refreshNonce: nonce } = stored;
  const json: RefreshRequest = { refreshToken, nonce };
  const init = { method: 'POST', json, ...sendOf(connection) } as const;
  const ask = () => requestJson<TokensAnswer>(connection.origin, '/api/v1/tokens/refresh', init);
  const tokens = await retry(ask).catch((error) => endOn(connection, error));
  // Another page may have got the same tokens first: its nonce is the one that is kept.
  const kept = await connection.session.read();
  if (kept === null) throw ended();
  if (kept.refreshToken !== refreshToken) return kept;
  const renewed = sessionOf(tokens);
  await connection.session.write(renewed);
  return renewed;
}

/** Forgets a session that the server ended; throws `error` in any case. */
async function endOn(connection: UserConnection, error: unknown): Promise<never> {
  if (isCode(error, 'session-ended')) await connection.session.write(null);
  throw error;
}

function sendOf({ send }: UserConnection): Pick<RequestOptions, 'send'> {
  return send === undefined ? {} : { send };
}

function isCode(error: unknown, code: ApiError['code']): boolean {
  return error instanceof ApiError && error.code === code;
}

function ended(): ApiError {
  return new ApiError(401, { code: 'session-ended', message: 'Nobody is signed in.' });
}
