import { prepareUpload } from '../../../shared/api/client/create-share.ts';
import type { ClaimAnswer, CreateShareRequest } from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { deriveProbe, deriveViewKeys } from '../../../shared/crypto/link-keys.ts';
import { type SealedShare, sealShare } from '../../../shared/crypto/share.ts';

/** A sealed text on the server, and what its readers send. */
export interface MadeShare {
  readonly id: string;
  readonly ownerToken: string;
  readonly probe: string;
  readonly view: string;
  readonly sealed: SealedShare;
}

export async function makeTextShare(
  origin: string,
  text: string,
  views: number,
  passphrase?: string,
): Promise<MadeShare> {
  const items = [{ type: 'text/plain', data: new Blob([text]) }];
  const sealed = await sealShare({ kind: 'text', items }, passphrase);
  await prepareUpload(origin, sealed, { views, expiresInSeconds: 3600 }).run();
  return describeShare(sealed, passphrase);
}

export async function describeShare(sealed: SealedShare, passphrase?: string): Promise<MadeShare> {
  const { id, secret } = sealed.link;
  const { view } = await deriveViewKeys(id, secret, passphrase);
  return {
    id: encodeBase64url(id),
    ownerToken: encodeBase64url(sealed.ownerToken),
    probe: encodeBase64url(await deriveProbe(id, secret)),
    view: encodeBase64url(view),
    sealed,
  };
}

/** A share that waits for its content of 9 MB. */
export async function startLargeShare(origin: string): Promise<MadeShare> {
  const data = new Blob([new Uint8Array(9_000_000)]);
  const sealed = await sealShare({ kind: 'files', items: [{ type: 'image/png', data }] });
  const { id } = await describeShare(sealed);
  await post(`${origin}/api/v1/shares`, {
    id,
    probeHash: encodeBase64url(sealed.probeHash),
    viewHash: encodeBase64url(sealed.viewHash),
    ownerHash: encodeBase64url(sealed.ownerHash),
    policy: { views: 1, expiresInSeconds: 3600 },
    wrappedKey: encodeBase64url(sealed.wrappedKey),
    meta: encodeBase64url(sealed.meta),
    contentLength: sealed.contentLength,
  } satisfies CreateShareRequest);
  return describeShare(sealed);
}

let addresses = 0;

/** POSTs as somebody with an address of their own. */
export function post(
  url: string,
  json: unknown,
  address = freshAddress(),
  token?: string,
): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    'cf-connecting-ip': address,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(json) });
}

function freshAddress(): string {
  addresses++;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

export function freshNonce(): string {
  return encodeBase64url(randomBytes(16));
}

/** The answer to a claim, `gone`, or `null` where none came. */
export async function tryClaim(
  origin: string,
  { id, probe, view }: MadeShare,
  nonce: string,
): Promise<ClaimAnswer | 'gone' | null> {
  try {
    const answer = await post(`${origin}/api/v1/shares/${id}/claim`, { probe, view, nonce });
    if (answer.status === 200) return (await answer.json()) as ClaimAnswer;
    await answer.body?.cancel();
    return answer.status === 410 ? 'gone' : null;
  } catch {
    return null;
  }
}
