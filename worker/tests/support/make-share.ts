import { env } from 'cloudflare:workers';
import type {
  ClaimAnswer,
  CreateShareRequest,
  EventsAnswer,
  ShareEvent,
} from '../../../shared/api/contract.ts';
import { META_MIN_BYTES, PART_BYTES, WRAPPED_KEY_BYTES } from '../../../shared/api/limits.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import type { OwnerToken } from '../../../shared/crypto/brand.ts';
import { type Bytes, randomBytes } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { deriveShareId, hashOwnerToken } from '../../../shared/crypto/share-id.ts';
import type { Share } from '../../durable-objects/share/share.ts';
import { ask, type CallOptions, call } from './call-api.ts';

/** A share as its creator and its readers know it. To the server envelopes are any bytes of their length. */
export interface TestShare {
  readonly id: string;
  readonly ownerToken: string;
  readonly probe: string;
  readonly view: string;
  readonly content: Bytes;
  readonly request: CreateShareRequest;
}

export interface ShareOptions {
  readonly views?: number;
  readonly expiresInSeconds?: number;
  readonly contentLength?: number;
}

export const INLINE_LENGTH = 4175;
export const LARGE_LENGTH = PART_BYTES + 70_001;

/** What a creator sends; nothing is sent yet. */
export async function prepareShare(options: ShareOptions = {}): Promise<TestShare> {
  const { views = 1, expiresInSeconds = 3600, contentLength = INLINE_LENGTH } = options;
  const [owner, probe, view] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const ownerHash = await hashOwnerToken(owner as OwnerToken);
  const id = encodeBase64url(await deriveShareId(ownerHash));
  const content = fill(contentLength);
  const inline = contentLength <= 65_536;
  return {
    id,
    ownerToken: encodeBase64url(owner),
    probe: encodeBase64url(probe),
    view: encodeBase64url(view),
    content,
    request: {
      id,
      probeHash: encodeBase64url(await sha256(probe)),
      viewHash: encodeBase64url(await sha256(view)),
      ownerHash: encodeBase64url(ownerHash),
      policy: { views, expiresInSeconds },
      wrappedKey: encodeBase64url(randomBytes(WRAPPED_KEY_BYTES)),
      meta: encodeBase64url(randomBytes(META_MIN_BYTES)),
      ...(inline ? { content: encodeBase64url(content) } : { contentLength }),
    },
  };
}

/** An active share, its content uploaded where it is long. */
export async function makeShare(options: ShareOptions = {}): Promise<TestShare> {
  const share = await startShare(options);
  if (share.request.content === undefined) {
    await uploadParts(share);
    await expectStatus(200, complete(share));
  }
  return share;
}

/** A share as far as its first request makes it: long content is still to be uploaded. */
export async function startShare(options: ShareOptions = {}): Promise<TestShare> {
  const share = await prepareShare(options);
  await expectStatus(201, create(share));
  return share;
}

export function create(share: TestShare, options: CallOptions = {}): Promise<Response> {
  return call('/api/v1/shares', { json: share.request, ...options });
}

export function partOf({ content }: TestShare, n: number): Bytes {
  return content.slice((n - 1) * PART_BYTES, n * PART_BYTES);
}

export function putPart(share: TestShare, n: number | string, bytes: BodyInit): Promise<Response> {
  const path = `/api/v1/shares/${share.id}/parts/${n}`;
  return call(path, { method: 'PUT', token: share.ownerToken, bytes });
}

export async function uploadParts(share: TestShare): Promise<void> {
  for (let n = 1; (n - 1) * PART_BYTES < share.content.length; n++) {
    await expectStatus(204, putPart(share, n, partOf(share, n)));
  }
}

export function complete({ id, ownerToken }: TestShare): Promise<Response> {
  return call(`/api/v1/shares/${id}/complete`, { method: 'POST', token: ownerToken });
}

export function freshNonce(): string {
  return encodeBase64url(randomBytes(16));
}

export function claim(
  { id, probe, view }: TestShare,
  change: { readonly view?: string; readonly probe?: string; readonly nonce?: string } = {},
  options: CallOptions = {},
): Promise<Response> {
  const json = { probe, view, nonce: freshNonce(), ...change };
  return call(`/api/v1/shares/${id}/claim`, { json, ...options });
}

/** A claim that must be granted. */
export async function claimed(share: TestShare, nonce = freshNonce()): Promise<ClaimAnswer> {
  const answer = await expectStatus(200, claim(share, { nonce }));
  return answer.json();
}

export function read(
  { id }: TestShare,
  ticket: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return call(`/api/v1/shares/${id}/content`, { token: ticket, headers });
}

export function acknowledge({ id }: TestShare, ticket: string): Promise<Response> {
  return call(`/api/v1/shares/${id}/ack`, { method: 'POST', token: ticket });
}

export function own(share: TestShare, options: CallOptions = {}, path = '') {
  return ask(`/api/v1/shares/${share.id}${path}`, { token: share.ownerToken, ...options });
}

/** The log as its owner sees it. */
export async function eventsOf(share: TestShare): Promise<ShareEvent[]> {
  const { body } = await own(share, {}, '/events');
  return (body as EventsAnswer).events;
}

export function revoke(share: TestShare): Promise<Response> {
  return call(`/api/v1/shares/${share.id}`, { method: 'DELETE', token: share.ownerToken });
}

export function stubOf({ id }: { readonly id: string }): DurableObjectStub<Share> {
  return env.SHARES.getByName(id);
}

export async function bytesOf(answer: Response): Promise<Bytes> {
  return new Uint8Array(await answer.arrayBuffer());
}

async function expectStatus(status: number, pending: Promise<Response>): Promise<Response> {
  const answer = await pending;
  if (answer.status !== status) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer;
}

/** `getRandomValues` gives 64 KiB at most. */
function fill(length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) {
    crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65_536, length)));
  }
  return bytes;
}
