import * as z from 'zod';
import { OBJECT_ID_BYTES, SECRET_BYTES } from '../../crypto/brand.ts';
import { ERRORS, type ErrorCode } from '../errors.ts';
import {
  EVENT_KINDS,
  INLINE_CONTENT_MAX_BYTES,
  META_MAX_BYTES,
  META_MIN_BYTES,
  PROTOCOL_VERSION,
  SERVER_NAME,
  SHARE_STATES,
  WRAPPED_KEY_BYTES,
} from '../limits.ts';
import { bytesText, count, idText, positive, timeText } from './fields.ts';

/* Answers of PROTOCOL section 4. Clients ignore fields they do not know. */

/** Create with `content`; also the first answer again when the same create is repeated. */
export const createdAnswer = z.object({ id: idText, expiresAt: timeText, remaining: count });
export type CreatedAnswer = z.infer<typeof createdAnswer>;

/** Create with `contentLength`: `parts` parts of `partLength` bytes, the last one shorter or equal. */
export const uploadAnswer = z.object({
  id: idText,
  upload: z.object({ partLength: positive, parts: positive }),
});
export type UploadAnswer = z.infer<typeof uploadAnswer>;

export const createShareAnswer = z.union([createdAnswer, uploadAnswer]);
export type CreateShareAnswer = z.infer<typeof createShareAnswer>;

/** Complete: expiry counts from here. */
export const completeAnswer = z.object({ expiresAt: timeText, remaining: count });
export type CompleteAnswer = z.infer<typeof completeAnswer>;

/** Open: what a reader may know before a view is taken. `contentLength` is the envelope's, in bytes. */
export const openAnswer = z.object({
  remaining: count,
  views: positive,
  expiresAt: timeText,
  contentLength: positive,
});
export type OpenAnswer = z.infer<typeof openAnswer>;

/** Claim: `content` when it is inline; `object` when content and meta belong to another object. */
export const claimAnswer = z.object({
  wrappedKey: bytesText(WRAPPED_KEY_BYTES),
  meta: bytesText(META_MIN_BYTES, META_MAX_BYTES),
  contentLength: positive,
  remaining: count,
  ticket: bytesText(SECRET_BYTES),
  content: bytesText(1, INLINE_CONTENT_MAX_BYTES).optional(),
  object: z.object({ id: bytesText(OBJECT_ID_BYTES), version: positive }).optional(),
});
export type ClaimAnswer = z.infer<typeof claimAnswer>;

export const shareState = z.enum(SHARE_STATES);

/** Status for the owner; while uploading, `expiresAt` is when the unfinished upload dies. */
export const shareStatus = z.object({
  state: shareState,
  views: positive,
  remaining: count,
  createdAt: timeText,
  expiresAt: timeText,
  contentLength: positive,
});
export type ShareStatus = z.infer<typeof shareStatus>;

/** One line of the log: `count` times since `at`. `client` is browser and system family; `address`
 * is comparable within one share only. Both are empty for what nobody asked for (`expired`). */
export const shareEvent = z.object({
  at: timeText,
  kind: z.enum(EVENT_KINDS),
  count: positive,
  client: z.string(),
  address: z.string(),
});
export type ShareEvent = z.infer<typeof shareEvent>;

export const eventsAnswer = z.object({ events: z.array(shareEvent) });
export type EventsAnswer = z.infer<typeof eventsAnswer>;

const range = z.object({ min: positive, max: positive });

/** `GET /api/v1/config`: what a client shows up front. Lengths in bytes, times in seconds. */
export const configAnswer = z.object({
  name: z.literal(SERVER_NAME),
  protocol: z.literal(PROTOCOL_VERSION),
  views: range,
  /** `maxLarge`: for guests, when the content is longer than `inlineBytes`. */
  expiresInSeconds: range.extend({ maxLarge: positive }),
  content: z.object({
    /** Largest envelope sent inside create and claim. */
    inlineBytes: positive,
    /** Largest sum of all items' sizes, and the envelope that makes. */
    itemBytes: positive,
    envelopeBytes: positive,
    partBytes: positive,
    rangeBytes: positive,
    /** What one address may upload a day, counting only content above `inlineBytes`. */
    dailyBytes: positive,
  }),
  metaBytes: range,
  wrappedKeyBytes: positive,
  wrongViews: positive,
  reportCharacters: positive,
  /** Host of the issuer of OpenID Connect that says who people are; `null` where there is none. */
  identityProvider: z.string().nullable(),
});
export type ConfigAnswer = z.infer<typeof configAnswer>;

export const healthAnswer = z.object({ status: z.literal('ok') });
export type HealthAnswer = z.infer<typeof healthAnswer>;

/** Every error. The optional fields belong to single codes, see `errors.ts`. */
export const errorAnswer = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    /** `invalid-request`: the offending field, e.g. `policy.views`. */
    path: z.string().optional(),
    /** `share-gone`: the final state. */
    reason: z.enum(['used-up', 'revoked', 'expired', 'destroyed', 'taken-down']).optional(),
    /** `wrong-passphrase`: 9 to 0, with 0 the share is destroyed. `wrong-code`: 4 to 0, with 0 the code is. */
    attemptsLeft: count.max(9).optional(),
    /** `too-large`, `quota-exceeded`: in bytes. */
    limit: count.optional(),
    /** `quota-exceeded`: what the account keeps, in bytes. */
    used: count.optional(),
    /** `version-conflict`: the item's version now, 0 where there is none. */
    version: count.optional(),
    /** `unavailable`: which part of the server fails. */
    part: z.string().optional(),
    /** `internal`: to quote to the operator. */
    requestId: z.string().optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof errorAnswer>;
