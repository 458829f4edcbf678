import * as z from 'zod';
import { NONCE_BYTES, SECRET_BYTES } from '../../crypto/brand.ts';
import {
  INLINE_CONTENT_MAX_BYTES,
  META_MAX_BYTES,
  META_MIN_BYTES,
  REPORT_REASON_MAX_CHARACTERS,
  WRAPPED_KEY_BYTES,
} from '../limits.ts';
import { bytesField, hashField, idField, positive } from './fields.ts';

/* Requests of PROTOCOL section 4. Unknown fields are refused; bytes are base64url text outside and
 * `Uint8Array` after parsing. Limits that a server sets itself are checked against its own variables. */

/** `POST /api/v1/shares`: `content` up to 65,536 bytes, `contentLength` exactly when it is longer. */
export const createShareRequest = z
  .strictObject({
    id: idField,
    probeHash: hashField,
    viewHash: hashField,
    ownerHash: hashField,
    policy: z.strictObject({ views: positive, expiresInSeconds: positive }),
    wrappedKey: bytesField(WRAPPED_KEY_BYTES),
    meta: bytesField(META_MIN_BYTES, META_MAX_BYTES),
    content: bytesField(1, INLINE_CONTENT_MAX_BYTES).optional(),
    contentLength: z
      .number()
      .int()
      .min(INLINE_CONTENT_MAX_BYTES + 1)
      .optional(),
  })
  .refine((share) => (share.content === undefined) !== (share.contentLength === undefined), {
    path: ['content'],
    message: 'either content or contentLength',
  });
export type CreateShareRequest = z.input<typeof createShareRequest>;
export type ParsedCreateShareRequest = z.output<typeof createShareRequest>;

/** `POST /api/v1/shares/:id/open`. */
export const openShareRequest = z.strictObject({ probe: bytesField(SECRET_BYTES) });
export type OpenShareRequest = z.input<typeof openShareRequest>;

/** `POST /api/v1/shares/:id/claim`. */
export const claimShareRequest = z.strictObject({
  probe: bytesField(SECRET_BYTES),
  view: bytesField(SECRET_BYTES),
  nonce: bytesField(NONCE_BYTES),
});
export type ClaimShareRequest = z.input<typeof claimShareRequest>;

/** `PATCH /api/v1/shares/:id`: at least one of both, never wider than now. */
export const narrowShareRequest = z
  .strictObject({ views: positive.optional(), expiresInSeconds: positive.optional() })
  .refine((change) => change.views !== undefined || change.expiresInSeconds !== undefined, {
    path: ['views'],
    message: 'nothing to change',
  });
export type NarrowShareRequest = z.input<typeof narrowShareRequest>;

/** `POST /api/v1/shares/:id/report`: `reason` is 1 to 1,000 characters. */
export const reportShareRequest = z.strictObject({
  probe: bytesField(SECRET_BYTES),
  reason: z
    .string()
    .min(1)
    .refine((reason) => [...reason].length <= REPORT_REASON_MAX_CHARACTERS)
    .meta({ maxLength: REPORT_REASON_MAX_CHARACTERS }),
});
export type ReportShareRequest = z.input<typeof reportShareRequest>;
