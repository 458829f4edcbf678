import * as z from 'zod/mini';

/** A number without a fraction that arithmetic keeps exact. */
export const wholeNumber = z.number().check(z.refine(Number.isSafeInteger, 'is no whole number'));
