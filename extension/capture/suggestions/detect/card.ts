import { digitsOf, findAll, type Match } from './match.ts';

const GROUPED = /(?<![\d.,-])\d(?:[ \u00a0-]?\d){11,18}(?![\d]|[.,-]\d)/g;

/** What the numbers of an issuer begin with, and how many digits they have (ISO/IEC 7812 ranges in use). */
const ISSUERS: readonly (readonly [begins: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]], // Visa
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^(6011|64[4-9]|65)/, [16, 19]], // Discover
  [/^(30[0-5]|36|38|39)/, [14, 16]], // Diners Club
  [/^35(2[89]|[3-8])/, [16, 19]], // JCB
  [/^62/, [16, 17, 18, 19]], // UnionPay
  [/^(50|5[6-8]|6390|67)/, [12, 13, 14, 15, 16, 17, 18, 19]], // Maestro
  [/^220[0-4]/, [16, 19]], // Mir
];

/** Card numbers, alone or in groups, by their issuer and their check digit. */
export function findCards(text: string): readonly Match[] {
  return findAll('card', text, GROUPED, (found) => {
    const digits = digitsOf(found);
    return isIssued(digits) && isGroupedEvenly(found) && passesLuhn(digits);
  });
}

function isIssued(digits: string): boolean {
  return ISSUERS.some(
    ([begins, lengths]) => begins.test(digits) && lengths.includes(digits.length),
  );
}

/** One separator throughout, and no group so short that a list of numbers would be one card. */
function isGroupedEvenly(found: string): boolean {
  const separators = new Set(found.replace(/\d/g, ''));
  return separators.size <= 1 && found.split(/\D/).every((group) => group.length >= 3);
}

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0 && /[1-9]/.test(digits);
}
