import { ApiError, UnreachableError } from '../../api/client/api-error.ts';
import { isPassing } from '../../api/client/retry.ts';
import { CryptoError } from '../../crypto/error.ts';
import * as text from '../text/composer.ts';

/** A longer wait than this is no rush of requests but the day's budget. */
const RUSH_SECONDS = 600;

export interface SharingFailure {
  readonly message: string;
  /** Whether running the same upload again may go on where it stopped. */
  readonly canResume: boolean;
}

/** What to tell about `error`, which ended a sharing. */
export function describeFailure(error: unknown): SharingFailure {
  return { message: messageOf(error), canResume: isPassing(error) };
}

function messageOf(error: unknown): string {
  if (error instanceof UnreachableError) return navigator.onLine ? text.unreachable : text.offline;
  if (error instanceof CryptoError) return error.message;
  // What streams of files fail with; what the network fails with has a class of its own.
  if (error instanceof DOMException || error instanceof TypeError) return text.unreadable;
  if (!(error instanceof ApiError)) return text.failed;
  const { code, status, message, retryAfterSeconds = 60 } = error;
  if (code === 'rate-limited') {
    return retryAfterSeconds > RUSH_SECONDS ? text.overBudget : text.waitFor(retryAfterSeconds);
  }
  if (code === 'too-large') return text.tooLarge;
  if (code === 'share-not-found' || code === 'share-gone') return text.uploadGone;
  return status >= 500 ? text.failed : `${text.refused} ${message}`;
}
