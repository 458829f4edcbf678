/**
 * Figures that the protocol fixes (PROTOCOL section 4). Those that a server may set are variables in
 * `wrangler.toml` and are read from `/api/v1/config`.
 */

/** Largest content envelope that travels in the JSON of create and claim; above it, R2. */
export const INLINE_CONTENT_MAX_BYTES = 65_536;
/** Length of every part of an upload but the last. */
export const PART_BYTES = 8 * 1024 * 1024;
/** Longest range a client asks for at once. */
export const RANGE_MAX_BYTES = 8 * 1024 * 1024;
/** The envelope of a 32-byte data key. */
export const WRAPPED_KEY_BYTES = 111;
/** Envelope of the smallest and of the largest `meta`. */
export const META_MIN_BYTES = 4_175;
export const META_MAX_BYTES = 67_727;
/** The tenth wrong view destroys the share. */
export const MAX_WRONG_VIEWS = 10;
export const REPORT_REASON_MAX_CHARACTERS = 1_000;

/** By this a client recognises an Inkseal server in the answer of `/api/v1/config`. */
export const SERVER_NAME = 'inkseal';
export const PROTOCOL_VERSION = 1;

/** Where a share stands; all but the first two are final. */
export const SHARE_STATES = [
  'uploading',
  'active',
  'used-up',
  'revoked',
  'expired',
  'destroyed',
  'taken-down',
] as const;
export type ShareState = (typeof SHARE_STATES)[number];
export type GoneReason = Exclude<ShareState, 'uploading' | 'active'>;

/** What a share's log tells its owner. */
export const EVENT_KINDS = [
  'created',
  'opened',
  'revealed',
  'acknowledged',
  'wrong-view',
  'narrowed',
  'destroyed',
  'revoked',
  'expired',
  'taken-down',
  'reported',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
