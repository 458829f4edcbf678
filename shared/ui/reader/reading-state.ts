import { ApiError, UnreachableError } from '../../api/client/api-error.ts';
import type { RevealedShare } from '../../api/client/read-share.ts';
import type { OpenAnswer } from '../../api/contract.ts';
import type { GoneReason } from '../../api/limits.ts';
import { CryptoError } from '../../crypto/error.ts';

/** What a failure interrupted; decides what trying again does, and what is said about the view. */
export type ReadingStep = 'look' | 'reveal';

/** Why the passphrase field asks once more. */
export type PassphraseProblem =
  | { readonly name: 'wrong'; readonly attemptsLeft: number }
  | { readonly name: 'invalid'; readonly message: string };

export interface Interruption {
  readonly waitMs: number;
  readonly resume: () => void;
}

/** Everything that a reader can be in; each has a page of its own. Sizes in bytes. */
export type ReadingState =
  | { readonly name: 'looking' }
  | { readonly name: 'waiting'; readonly seen: OpenAnswer; readonly problem?: PassphraseProblem }
  | {
      readonly name: 'opening';
      /** Present once the view is taken. */
      readonly download?: { readonly received: number; readonly total: number };
      readonly interruption?: Interruption;
    }
  | { readonly name: 'revealed'; readonly share: RevealedShare }
  | { readonly name: 'gone'; readonly reason: GoneReason }
  | { readonly name: 'missing' | 'ended' | 'damaged' }
  | { readonly name: 'offline' | 'unreachable' | 'failed'; readonly step: ReadingStep }
  | { readonly name: 'limited'; readonly step: ReadingStep; readonly seconds: number };

const DEFAULT_WAIT_SECONDS = 60;

/** The state that `error` leads to when it ended `step`. `seen` is what was known before, if anything. */
export function stateAfter(error: unknown, step: ReadingStep, seen?: OpenAnswer): ReadingState {
  if (error instanceof UnreachableError) {
    return { name: navigator.onLine ? 'unreachable' : 'offline', step };
  }
  if (error instanceof CryptoError) return stateAfterCrypto(error, step, seen);
  if (!(error instanceof ApiError)) return { name: 'failed', step };
  const { details, retryAfterSeconds } = error;
  switch (error.code) {
    case 'share-gone':
      return { name: 'gone', reason: details.reason as GoneReason };
    case 'claim-ended':
      return { name: 'ended' };
    case 'share-not-found':
      return { name: 'missing' };
    case 'rate-limited':
      return { name: 'limited', step, seconds: retryAfterSeconds ?? DEFAULT_WAIT_SECONDS };
    case 'wrong-passphrase': {
      const attemptsLeft = details.attemptsLeft as number;
      if (attemptsLeft === 0) return { name: 'gone', reason: 'destroyed' };
      if (seen) return { name: 'waiting', seen, problem: { name: 'wrong', attemptsLeft } };
      return { name: 'failed', step };
    }
    default:
      return { name: 'failed', step };
  }
}

function stateAfterCrypto(error: CryptoError, step: ReadingStep, seen?: OpenAnswer): ReadingState {
  if (error.code === 'cannot-open') return { name: 'damaged' };
  if (error.code === 'invalid-passphrase' && seen) {
    return { name: 'waiting', seen, problem: { name: 'invalid', message: error.message } };
  }
  return { name: 'failed', step };
}
