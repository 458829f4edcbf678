/* Figures of the library that the protocol fixes; what an account may keep in all is a variable in
 * `wrangler.toml`, and the library's own answer tells it. */

/** Items in one push, one pull, one deletion. */
export const BATCH_MAX_ITEMS = 100;
/** Sealed bodies of one push or pull together; a longer one goes up by parts and comes down by ranges. */
export const BATCH_MAX_BYTES = 8 * 1024 * 1024;
/** Lines of one page of changes or of wrapped keys. */
export const PAGE_MAX_LINES = 1_000;
/** The shortest envelope there is of a padded role. */
export const ITEM_MIN_BYTES = 4_175;
/** The envelope of a file of 100 MiB, sealed for this browser and once more for the server. */
export const ITEM_MAX_BYTES = 109_158_479;
/** Of each item stay this many versions, the present one included. */
export const VERSIONS_KEPT = 20;
/** After so long in the bin an item is deleted. */
export const BIN_DAYS = 30;
/** Deletions are told for so long; a device that was away for longer reads everything anew. */
export const TOMBSTONE_DAYS = 90;
/** Uploads that are not complete by then are given up. */
export const UPLOAD_MAX_HOURS = 24;

/** The WebSocket's protocol; the one after it is `bearer.` and the access token. */
export const LIVE_PROTOCOL = 'inkseal-library-1';
/** Close codes: the token is over, the session or the account ended. */
export const LIVE_CLOSE_EXPIRED = 4401;
export const LIVE_CLOSE_ENDED = 4403;
