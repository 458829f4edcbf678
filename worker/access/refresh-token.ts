import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { SECRET_BYTES } from '../../shared/crypto/brand.ts';
import { type Bytes, concat, randomBytes } from '../../shared/crypto/bytes.ts';
import { labelled, sha256 } from '../../shared/crypto/hash.ts';

/**
 * A refresh token: 32 bytes that name its family, which is one session, and 32 of its turn. Only hashes are kept. The
 * next turn follows from this one and a nonce of the client's: whoever has both may ask again after a lost answer.
 */
export interface RefreshToken {
  readonly family: Bytes;
  readonly turn: Bytes;
}

export function newRefreshToken(): RefreshToken {
  return { family: randomBytes(SECRET_BYTES), turn: randomBytes(SECRET_BYTES) };
}

/** @param bytes 64 */
export function splitRefreshToken(bytes: Bytes): RefreshToken {
  return { family: bytes.slice(0, SECRET_BYTES), turn: bytes.slice(SECRET_BYTES) };
}

/** `H256("inkseal/refresh/v1" | 0x00 | family | turn | nonce)` is the next turn. */
export async function nextTurn(
  { family, turn }: RefreshToken,
  nonce: Bytes,
): Promise<RefreshToken> {
  return { family, turn: await sha256(labelled('inkseal/refresh/v1', family, turn, nonce)) };
}

/** base64url, as it travels. */
export function refreshTokenText({ family, turn }: RefreshToken): string {
  return encodeBase64url(concat(family, turn));
}

/** What is kept of both halves, base64url. */
export async function hashRefreshToken({ family, turn }: RefreshToken) {
  const [familyHash, turnHash] = await Promise.all([sha256(family), sha256(turn)]);
  return { familyHash: encodeBase64url(familyHash), turnHash: encodeBase64url(turnHash) };
}
