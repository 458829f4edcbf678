import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export type PasswordStrength = 'weak' | 'fair' | 'strong';

export interface PasswordRating {
  readonly strength: PasswordStrength;
  /** How long somebody with the server's data and ten graphics cards is expected to try. */
  readonly guessingSeconds: number;
}

/** What ten graphics cards of 2025 manage against 600,000 rounds of PBKDF2-HMAC-SHA-256. */
const GUESSES_A_SECOND = 150_000;
const WEAK_BELOW_GUESSES = 1e10;
const STRONG_FROM_GUESSES = 1e13;

const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/**
 * How hard `password` is to guess, by words, names, dates, keyboard walks and passwords that many use. Only what is
 * packed here is asked, nobody over the network.
 *
 * @param known what a guesser would try first: the person's e-mail address
 */
export function ratePassword(password: string, known: readonly string[]): PasswordRating {
  const { guesses } = zxcvbn.check(password, [...known, 'inkseal']);
  const strength =
    guesses < WEAK_BELOW_GUESSES ? 'weak' : guesses < STRONG_FROM_GUESSES ? 'fair' : 'strong';
  return { strength, guessingSeconds: guesses / GUESSES_A_SECOND };
}
