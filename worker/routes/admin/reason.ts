/** Room for 1,000 characters, however they are escaped. */
export const REASON_MAX_BYTES = 16 * 1024;
