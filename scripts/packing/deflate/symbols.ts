/* The alphabets of deflate, RFC 1951 section 3.2.5. */

export const END_OF_BLOCK = 256;
export const LITERALS = 286;
export const DISTANCES = 30;
export const SHORTEST_MATCH = 3;
export const LONGEST_MATCH = 258;
export const WINDOW_BYTES = 32_768;

/** Shortest length of the codes 257 and up, and how many bits beside the code say which length it is. */
export const LENGTH_BASES = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
  163, 195, 227, 258,
];
export const LENGTH_BITS = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
export const DISTANCE_BASES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
  3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
export const DISTANCE_BITS = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];

/** Index into `LENGTH_BASES` by length. */
export const LENGTH_CODE = indexes(LENGTH_BASES, LONGEST_MATCH);
/** Index into `DISTANCE_BASES` by distance. */
export const DISTANCE_CODE = indexes(DISTANCE_BASES, WINDOW_BYTES);

function indexes(bases: readonly number[], most: number): Uint8Array {
  const table = new Uint8Array(most + 1);
  for (const [code, base] of bases.entries()) table.fill(code, base);
  return table;
}
