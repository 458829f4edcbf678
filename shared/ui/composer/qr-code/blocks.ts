/* Level M of ISO/IEC 18004 (tables 9 and 13 to 22), by version from 1: 15 per cent of a code may be missing. */

/** Into how many blocks the bytes of a code are split. */
// biome-ignore format: a table
export const BLOCKS: readonly number[] = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];

/** How many bytes of a block correct it. */
// biome-ignore format: a table
export const CORRECTING_BYTES: readonly number[] = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28];
