import { dirname } from 'node:path';

/** Absolute path of the repository. */
export const ROOT = dirname(import.meta.dirname);
