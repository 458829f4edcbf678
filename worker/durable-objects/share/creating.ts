import { type Bytes, equalBytes } from '../../../shared/crypto/bytes.ts';
import type { Visitor } from './events.ts';
import { type Outcome, refuse } from './outcome.ts';
import { type ShareRecord, UPLOAD_MAX_MS, wakeForExpiry } from './rules.ts';
import type { ShareStore } from './store.ts';

export interface NewShare {
  readonly id: string;
  readonly probeHash: Uint8Array;
  readonly viewHash: Uint8Array;
  readonly ownerHash: Uint8Array;
  /** Hash of all that the request says. */
  readonly fingerprint: Uint8Array;
  readonly views: number;
  readonly lifetimeMs: number;
  readonly wrappedKey: Bytes;
  readonly meta: Bytes;
  readonly contentLength: number;
  /** `null` where the content is uploaded in parts. */
  readonly content: Bytes | null;
  readonly partLength: number | null;
}

/** The first answer to a create, given again whenever the same create is repeated. */
export interface CreatedShare {
  /** Whether this very request made it. */
  readonly created: boolean;
  readonly views: number;
  /** `null`: it waits for its content, in parts of `partLength`. */
  readonly expiresAt: number | null;
  readonly partLength: number | null;
}

/** What an earlier create under this id was answered; `null` where there was none. */
export function repeatCreate(
  store: ShareStore,
  fingerprint: Uint8Array,
): Outcome<CreatedShare> | null {
  const share = store.share();
  if (share === null) return null;
  if (!equalBytes(share.fingerprint, fingerprint)) return refuse('share-exists');
  return { ok: true, created: false, ...firstAnswer(share) };
}

export function createShare(
  store: ShareStore,
  { wrappedKey, meta, content, ...given }: NewShare,
  visitor: Visitor,
  now: number,
): Outcome<CreatedShare> {
  const earlier = repeatCreate(store, given.fingerprint);
  if (earlier !== null) return earlier;
  const uploads = content === null;
  const expiresAt = now + (uploads ? UPLOAD_MAX_MS : given.lifetimeMs);
  const share: ShareRecord = {
    ...given,
    viewsTaken: 0,
    wrongViews: 0,
    firstViews: given.views,
    createdAt: now,
    createdClient: visitor.client,
    createdAddress: visitor.address,
    expiresAt,
    firstExpiresAt: uploads ? null : expiresAt,
    uploadId: null,
    ended: null,
    endedAt: null,
    revokedAt: null,
    hasContent: true,
    alarmAt: wakeForExpiry(expiresAt, now),
    claims: [],
  };
  store.transaction(() => store.create(share, { wrappedKey, meta, content }));
  return { ok: true, created: true, ...firstAnswer(share) };
}

function firstAnswer(share: ShareRecord): Omit<CreatedShare, 'created'> {
  return {
    views: share.firstViews,
    expiresAt: share.partLength === null ? share.firstExpiresAt : null,
    partLength: share.partLength,
  };
}
