import type { SuggestionKind } from '../suggestion.ts';

/** A part of a text that somebody may want hidden. */
export interface Match {
  readonly kind: SuggestionKind;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/** Every place where `pattern` (with the flag `g`) matches and `isMeant` agrees. */
export function findAll(
  kind: SuggestionKind,
  text: string,
  pattern: RegExp,
  isMeant: (found: string, start: number) => boolean = () => true,
): readonly Match[] {
  return [...text.matchAll(pattern)]
    .filter((match) => isMeant(match[0], match.index))
    .map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
