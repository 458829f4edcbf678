import { findCards } from './card.ts';
import { findEmails } from './email.ts';
import { findIbans } from './iban.ts';
import type { Match } from './match.ts';
import { findPhones } from './phone.ts';
import { findTokens } from './token.ts';

/** The surest first: what one found, none that follows finds again. */
const DETECTORS = [findIbans, findCards, findEmails, findTokens, findPhones] as const;

/** All in a text that somebody may want hidden, no two matches on the same letters. */
export function detect(text: string): readonly Match[] {
  const found: Match[] = [];
  for (const find of DETECTORS) {
    for (const match of find(text)) {
      if (!found.some(({ start, end }) => match.start < end && start < match.end))
        found.push(match);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
