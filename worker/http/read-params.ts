import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES, type ObjectId, SECRET_BYTES } from '../../shared/crypto/brand.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { ApiError, invalidRequest } from './api-error.ts';
import type { AppContext } from './app-env.ts';

/** The id in a share's address. */
export interface ShareAddress {
  readonly text: string;
  readonly bytes: ObjectId;
}

/** @throws {ApiError} 400 where the path's `id` is no share id */
export function readShareId(c: AppContext): ShareAddress {
  const text = c.req.param('id') ?? '';
  try {
    return { text, bytes: decodeBase64url(text, OBJECT_ID_BYTES) as ObjectId };
  } catch {
    throw invalidRequest('id');
  }
}

/**
 * Where a page of a list begins: after the line with this number, or at the newest.
 * @throws {ApiError} 400 where `before` is no number
 */
export function readBefore(c: AppContext): number | null {
  const text = c.req.query('before');
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,14}$/.test(text)) throw invalidRequest('before');
  return Number(text);
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/i;

/**
 * SHA-256 of the owner token or ticket that the request carries.
 * @throws {ApiError} 401 where there is none, or it is malformed
 */
export async function readTokenHash(c: AppContext): Promise<Uint8Array> {
  const [, token] = BEARER.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) throw unauthorized();
  return sha256(decodeToken(token));
}

/**
 * SHA-256 of the ticket that the request carries, in base64url.
 * @throws {ApiError} 401 where there is none, or it is malformed
 */
export async function readTicketHash(c: AppContext): Promise<string> {
  return encodeBase64url(await readTokenHash(c));
}

function decodeToken(token: string): Uint8Array {
  try {
    return decodeBase64url(token, SECRET_BYTES);
  } catch {
    throw unauthorized();
  }
}

function unauthorized(): ApiError {
  return new ApiError('unauthorized', {}, { 'WWW-Authenticate': 'Bearer' });
}
