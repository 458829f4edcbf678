import type { ReadFormat } from '../opened-file.ts';
import { INKSEAL_TYPE } from './inkseal-format.ts';
import { readInkseal, readInksealPng } from './read-inkseal.ts';

/** A file of our own, or a PNG that holds one. */
export const readInksealFile: ReadFormat = async ({ bytes, png, text }) => {
  if (png) return readInksealPng(png);
  return IS_OWN.test(text.slice(0, HEAD_CHARS)) ? readInkseal(bytes) : undefined;
};

/** The type is the first field that is written. */
const HEAD_CHARS = 200;
const IS_OWN = new RegExp(`^\\{\\s*"type"\\s*:\\s*"${INKSEAL_TYPE}"`);
