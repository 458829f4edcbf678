import type { ErrorCode } from '../../shared/api/errors.ts';
import { ApiError } from './api-error.ts';

interface Refusal {
  readonly ok: false;
  readonly code: ErrorCode;
}

/**
 * What an object answered.
 * @throws {ApiError} where it refused
 */
export function readOutcome<Answer extends { readonly ok: true } | Refusal>(
  outcome: Answer,
): Extract<Answer, { readonly ok: true }> {
  if (outcome.ok) return outcome as Extract<Answer, { readonly ok: true }>;
  const { ok: _, code, ...detail } = outcome;
  throw new ApiError(code, detail);
}
