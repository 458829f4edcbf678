import { digitsOf, findAll, type Match } from './match.ts';

/** `+49 (0)171 123 45 67`; 8 to 15 digits (ITU-T E.164). */
const INTERNATIONAL =
  /(?<![\w+])(?:\+|00(?=[1-9]))[1-9]\d{0,2}(?:[ \u00a0./-]?\(?\d{1,5}\)?){2,8}(?![\d\w])/g;

/** `(555) 234-5678`, `555.234.5678`: neither area nor exchange begins with 0 or 1. */
const NORTH_AMERICAN =
  /(?<![\w.,$€£#+/-]|[\w#] ?\()(?:1[ .-])?(?:\([2-9]\d{2}\)[ \u00a0]?|[2-9]\d{2}([ \u00a0.-]))[2-9]\d{2}[ \u00a0.-]\d{4}(?![\w]|[-.,/]\d)/g;

/** `020 7946 0958`, `01 23 45 67 89`, `0171/1234567`: the zero that begins a call within a country. */
const NATIONAL =
  /(?<![\w.,$€£#+/:-])\(?0[1-9]\d{0,4}\)?[ \u00a0/.-]\d{2,8}(?:[ \u00a0.-]\d{2,6}){0,4}(?![\w]|[-.,/:]\d)/g;

const DATE = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/;

/** Telephone numbers as people write them; plain rows of digits are none, as those are mostly something else. */
export function findPhones(text: string): readonly Match[] {
  return [
    ...findAll('phone', text, INTERNATIONAL, (found) => hasDigits(found, 8, 15)),
    ...findAll('phone', text, NORTH_AMERICAN),
    ...findAll('phone', text, NATIONAL, (found) => hasDigits(found, 9, 12) && !DATE.test(found)),
  ];
}

function hasDigits(found: string, fewest: number, most: number): boolean {
  const { length } = digitsOf(found);
  return length >= fewest && length <= most;
}
