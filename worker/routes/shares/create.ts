import { Hono } from 'hono';
import {
  type CreateShareAnswer,
  createShareRequest,
  type ParsedCreateShareRequest,
} from '../../../shared/api/contract.ts';
import { INLINE_CONTENT_MAX_BYTES, PART_BYTES } from '../../../shared/api/limits.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import type { ObjectId } from '../../../shared/crypto/brand.ts';
import { type Bytes, equalBytes, u64 } from '../../../shared/crypto/bytes.ts';
import { labelled, sha256 } from '../../../shared/crypto/hash.ts';
import { deriveShareId } from '../../../shared/crypto/share-id.ts';
import type { Env } from '../../bindings.ts';
import type { CreatedShare, NewShare } from '../../durable-objects/share/creating.ts';
import type { Outcome } from '../../durable-objects/share/outcome.ts';
import { ApiError, invalidRequest } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import { readOutcome } from '../../http/read-outcome.ts';
import { timeText } from '../../http/time-text.ts';
import { limitKey, visitorOf } from '../../http/visitor.ts';

/** Room for the longest inline content and the longest meta in base64url. */
const CREATE_MAX_BYTES = 256 * 1024;

export const createRoutes = new Hono<AppEnv>().post('/', limitRate('CREATE_LIMIT'), async (c) => {
  const request = await readJson(c, createShareRequest, CREATE_MAX_BYTES);
  requireWithinLimits(c.env, request);
  const [id, share, visitor] = await Promise.all([
    deriveShareId(request.ownerHash),
    toNewShare(request),
    visitorOf(c, request.id as ObjectId),
  ]);
  // Only who knows the owner token's hash beforehand can make a share under its id.
  if (!equalBytes(id, request.id)) throw invalidRequest('id');
  const stub = c.env.SHARES.getByName(share.id);
  const create = async (): Promise<Outcome<CreatedShare>> => stub.create(share, visitor);
  const outcome =
    share.content === null
      ? ((await stub.repeatCreate(share.fingerprint)) ??
        (await withinBudget(c, share.contentLength, create)))
      : await create();
  const created = readOutcome(outcome);
  return c.json(toAnswer(share, created), created.created ? 201 : 200);
});

function requireWithinLimits(env: Env, { policy, contentLength }: ParsedCreateShareRequest): void {
  const large = contentLength !== undefined;
  if (policy.views > env.MAX_VIEWS) throw invalidRequest('policy.views');
  const longest = large ? env.GUEST_MAX_LARGE_EXPIRY_SECONDS : env.MAX_EXPIRY_SECONDS;
  if (policy.expiresInSeconds < env.MIN_EXPIRY_SECONDS || policy.expiresInSeconds > longest) {
    throw invalidRequest('policy.expiresInSeconds');
  }
  if (large && contentLength > env.GUEST_MAX_ENVELOPE_BYTES) {
    throw new ApiError('too-large', { limit: env.GUEST_MAX_ENVELOPE_BYTES });
  }
}

async function toNewShare(request: ParsedCreateShareRequest): Promise<NewShare> {
  const { probeHash, viewHash, ownerHash, policy, wrappedKey, meta, content = null } = request;
  const contentLength = request.contentLength ?? content?.length ?? 0;
  return {
    id: encodeBase64url(request.id),
    probeHash,
    viewHash,
    ownerHash,
    fingerprint: await fingerprintOf(request, contentLength),
    views: policy.views,
    lifetimeMs: policy.expiresInSeconds * 1000,
    wrappedKey,
    meta,
    contentLength,
    content,
    partLength: contentLength > INLINE_CONTENT_MAX_BYTES ? PART_BYTES : null,
  };
}

/** One hash of every field, so that the same create is known again after all else is deleted. */
function fingerprintOf(request: ParsedCreateShareRequest, contentLength: number): Promise<Bytes> {
  const { probeHash, viewHash, ownerHash, policy, wrappedKey, meta, content } = request;
  return sha256(
    labelled(
      'inkseal/create/v1',
      probeHash,
      viewHash,
      ownerHash,
      u64(policy.views),
      u64(policy.expiresInSeconds),
      wrappedKey,
      u64(meta.length),
      meta,
      u64(contentLength),
      content ?? new Uint8Array(),
    ),
  );
}

/** Draws an upload on its address's budget; one that does not come about is given back. */
async function withinBudget(
  c: AppContext,
  bytes: number,
  create: () => Promise<Outcome<CreatedShare>>,
): Promise<Outcome<CreatedShare>> {
  const budget = c.env.BUDGETS.getByName(await limitKey(c));
  const taken = await budget.take(bytes, c.env.GUEST_DAILY_BYTES);
  if (!taken.ok) {
    throw new ApiError('rate-limited', {}, { 'Retry-After': String(taken.retryAfterSeconds) });
  }
  const outcome = await create();
  if (!outcome.ok || !outcome.created) await budget.giveBack(bytes);
  return outcome;
}

function toAnswer({ id, contentLength }: NewShare, created: CreatedShare): CreateShareAnswer {
  const { partLength, expiresAt, views } = created;
  if (partLength !== null) {
    return { id, upload: { partLength, parts: Math.ceil(contentLength / partLength) } };
  }
  return { id, expiresAt: timeText(expiresAt ?? 0), remaining: views };
}
