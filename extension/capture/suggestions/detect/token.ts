import { findAll, type Match } from './match.ts';

/** Keys that say by their beginning what they are. */
const KNOWN: readonly RegExp[] = [
  /\b(?:AKIA|ASIA|AROA|AIDA)[0-9A-Z]{16}\b/g, // AWS
  /\bgh[pousr]_[A-Za-z0-9]{20,255}\b/g, // GitHub
  /\bgithub_pat_[A-Za-z0-9_]{22,255}\b/g,
  /\bglpat-[A-Za-z0-9_-]{20,}/g, // GitLab
  /\b[sprk]{2}_(?:live|test)_[A-Za-z0-9]{10,}\b/g, // Stripe
  /\bwhsec_[A-Za-z0-9+/=]{16,}/g,
  /\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{20,}/g, // AI services
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g, // Slack
  /\bAIza[0-9A-Za-z_-]{35}/g, // Google
  /\bya29\.[0-9A-Za-z_-]{20,}/g,
  /\bnpm_[A-Za-z0-9]{36}\b/g,
  /\bpypi-[A-Za-z0-9_-]{20,}/g,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g, // SendGrid
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g, // JSON Web Token
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

/** In base64, base64url or hexadecimal, and alone: not a part of an address or a path. */
const LONG = /(?<![\w./:@%#?&+-])[A-Za-z0-9_+-][A-Za-z0-9_/+-]{19,}={0,2}(?![\w./@%-])/g;

const HEX_LENGTH = 32;
/** Bits a character of a random text of that length has at least; words and numbers have less. */
const FEWEST_BITS = 3.5;

/** Keys and tokens, known by their beginning or by looking random. */
export function findTokens(text: string): readonly Match[] {
  return [
    ...KNOWN.flatMap((pattern) => findAll('token', text, pattern)),
    ...findAll('token', text, LONG, looksRandom),
  ];
}

export function looksRandom(text: string): boolean {
  if (/^[0-9a-f]+$/.test(text) || /^[0-9A-F]+$/.test(text)) {
    return text.length >= HEX_LENGTH && /\d/.test(text) && /[a-f]/i.test(text);
  }
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
  if (!isMixed || isMadeOfWords(text)) return false;
  return bitsPerCharacter(text) >= FEWEST_BITS;
}

/** Names such as `getElementById2FromDocument` and `My-Holiday-Photos-2024` change kind seldom. */
function isMadeOfWords(text: string): boolean {
  const kinds = text
    .replace(/[a-z]+/g, 'a')
    .replace(/[A-Z]a?/g, 'A')
    .replace(/\d+/g, '0')
    .replace(/[_/+=-]+/g, '-');
  return kinds.length < text.length * 0.4;
}

/** Shannon entropy of its characters. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => {
    const part = count / text.length;
    return bits - part * Math.log2(part);
  }, 0);
}
