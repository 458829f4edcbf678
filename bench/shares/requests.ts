import type { ClaimShareRequest, CreateShareRequest } from '../../shared/api/contract.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { type Bytes, randomBytes } from '../../shared/crypto/bytes.ts';
import { envelopeLength } from '../../shared/crypto/envelope.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { deriveShareId } from '../../shared/crypto/share-id.ts';

/** Requests about one share. The server can't tell random bytes from sealed ones, and they cost the bench nothing. */
export interface ShareRequests {
  readonly id: string;
  readonly create: string;
  claim(): string;
}

export const SECRET_TEXT_BYTES = 1024;

export async function makeShareRequests(views: number): Promise<ShareRequests> {
  const [ownerHash, probe, view] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const id = encodeBase64url(await deriveShareId(ownerHash));
  const create: CreateShareRequest = {
    id,
    probeHash: await hashText(probe),
    viewHash: await hashText(view),
    ownerHash: encodeBase64url(ownerHash),
    policy: { views, expiresInSeconds: 3600 },
    wrappedKey: randomText(envelopeLength('wrap', 32)),
    meta: randomText(envelopeLength('meta', 100)),
    content: randomText(envelopeLength('content', SECRET_TEXT_BYTES)),
  };
  const claim = (): string =>
    JSON.stringify({
      probe: encodeBase64url(probe),
      view: encodeBase64url(view),
      nonce: randomText(16),
    } satisfies ClaimShareRequest);
  return { id, create: JSON.stringify(create), claim };
}

async function hashText(bytes: Bytes): Promise<string> {
  return encodeBase64url(await sha256(bytes));
}

function randomText(length: number): string {
  return encodeBase64url(randomBytes(length));
}
