import * as z from 'zod';
import { OBJECT_ID_BYTES } from '../../crypto/brand.ts';
import {
  BATCH_MAX_BYTES,
  BATCH_MAX_ITEMS,
  ITEM_MAX_BYTES,
  ITEM_MIN_BYTES,
} from '../library-limits.ts';
import { WRAPPED_KEY_BYTES } from '../limits.ts';
import { bytesField, bytesText, count, idText, positive, timeText } from './fields.ts';

/* The library in the cloud. The server knows of an item: its id, whose it is, sizes, times and version numbers.
 * Ids come as text and stay text: the server compares them and does nothing else with them. */

const idLine = bytesField(OBJECT_ID_BYTES);
/** An id, checked; text again. */
const itemId = z
  .string()
  .refine((text) => idLine.safeParse(text).success)
  .meta({
    minLength: 22,
    maxLength: 22,
    pattern: '^[A-Za-z0-9_-]*$',
    contentEncoding: 'base64url',
  });
const wrappedKeyText = z
  .string()
  .refine((text) => bytesField(WRAPPED_KEY_BYTES).safeParse(text).success)
  .meta({ contentEncoding: 'base64url' });

/** `GET /library`: what the account keeps. `used` counts every kept version, and what is on its way. */
export const libraryAnswer = z.object({
  used: count,
  limit: count,
  items: count,
  sequence: count,
});
export type LibraryAnswer = z.infer<typeof libraryAnswer>;

/** One item as it is now. */
export const itemChange = z.object({
  id: idText,
  version: positive,
  sequence: positive,
  /** For good; its version number is not given again while this is told. */
  deleted: z.boolean(),
  size: count,
  updatedAt: timeText,
  /** Since when it lies in the bin. */
  binnedAt: timeText.optional(),
  /** Missing where the item is deleted. */
  wrappedKey: bytesText(WRAPPED_KEY_BYTES).optional(),
});
export type ItemChange = z.infer<typeof itemChange>;

/** `GET /library/changes?since=`: what changed after that number, in its order, at most 1,000 lines. */
export const changesAnswer = z.object({
  changes: z.array(itemChange),
  /** Ask for what comes after this one. */
  sequence: count,
  more: z.boolean(),
  /** Deletions up to this number are forgotten: who asks for an earlier one reads all, from 0. */
  forgotten: count,
});
export type ChangesAnswer = z.infer<typeof changesAnswer>;

/** Of the user key that the data keys are wrapped under; another than the present one: 409 `user-key-renewed`. */
const generation = positive;

/** `POST /library/push`, before the bodies: each is version `base` + 1 of its item, sealed. */
export const pushHeader = z.strictObject({
  generation,
  items: z
    .array(
      z.strictObject({
        id: itemId,
        /** The version that it was made from, 0 for a new item. */
        base: count,
        size: count.min(ITEM_MIN_BYTES).max(BATCH_MAX_BYTES),
        wrappedKey: wrappedKeyText,
      }),
    )
    .min(1)
    .max(BATCH_MAX_ITEMS)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length),
});
export type PushHeader = z.input<typeof pushHeader>;

/** For each item that was pushed, in their order: whether it is kept, and the item's version now, deleted or
 * not, 0 where there never was one. */
export const pushAnswer = z.object({
  items: z.array(z.object({ id: idText, kept: z.boolean(), version: count })),
  sequence: count,
  used: count,
  limit: count,
});
export type PushAnswer = z.infer<typeof pushAnswer>;

const versionLine = z.strictObject({ id: itemId, version: positive });

/** `POST /library/pull`: bodies of these versions, at most 8 MiB together. */
export const pullRequest = z.strictObject({
  items: z.array(versionLine).min(1).max(BATCH_MAX_ITEMS),
});
export type PullRequest = z.input<typeof pullRequest>;

/** Before the bodies. What is not there any more is left out, and what does not fit: ask again for it. */
export const pullHeader = z.object({
  items: z.array(z.object({ id: idText, version: positive, size: positive })),
});
export type PullHeader = z.infer<typeof pullHeader>;

/** `GET /library/items/:id/versions`, newest first. */
export const versionsAnswer = z.object({
  versions: z.array(
    z.object({
      version: positive,
      size: positive,
      createdAt: timeText,
      wrappedKey: bytesText(WRAPPED_KEY_BYTES),
    }),
  ),
});
export type VersionsAnswer = z.infer<typeof versionsAnswer>;

/** `GET /library/keys?after=`: every kept version's wrapped key, in the order of items and versions. */
export const keysAnswer = z.object({
  keys: z.array(
    z.object({ id: idText, version: positive, wrappedKey: bytesText(WRAPPED_KEY_BYTES) }),
  ),
  /** Ask for what comes after this one; missing with the last page. */
  after: z.string().optional(),
});
export type KeysAnswer = z.infer<typeof keysAnswer>;

/** `POST /library/bin`, `/library/unbin`, `/library/delete`: those that are in this version. */
export const itemsRequest = pullRequest;
export type ItemsRequest = z.input<typeof itemsRequest>;

/** For each of them: whether it was done, and the item's version now as after a push. */
export const itemsAnswer = z.object({
  items: z.array(z.object({ id: idText, done: z.boolean(), version: count })),
  sequence: count,
});
export type ItemsAnswer = z.infer<typeof itemsAnswer>;

/** `POST /library/uploads`: a body that is too long for a push. */
export const uploadRequest = z.strictObject({
  generation,
  id: itemId,
  base: count,
  size: count.min(ITEM_MIN_BYTES).max(ITEM_MAX_BYTES),
  wrappedKey: wrappedKeyText,
});
export type UploadRequest = z.input<typeof uploadRequest>;

export const uploadStarted = z.object({
  upload: idText,
  partLength: positive,
  parts: positive,
});
export type UploadStarted = z.infer<typeof uploadStarted>;

/**
 * What the WebSocket says: something up to this number is new; 0: nothing in the library. With `generation` the account has
 * that user key now: devices with an older one lock.
 */
export const liveMessage = z.object({ sequence: count, generation: positive.optional() });
export type LiveMessage = z.infer<typeof liveMessage>;
