import type { NarrowShareRequest } from '../../../shared/api/contract.ts';
import type { ErrorCode } from '../../../shared/api/errors.ts';
import type { GoneReason } from '../../../shared/api/limits.ts';

/** Why a share refuses, in the words of the error table. Errors thrown would lose their class on the way. */
export interface Refusal {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly reason?: GoneReason;
  readonly attemptsLeft?: number;
  readonly path?: 'n' | keyof NarrowShareRequest;
}

export type Outcome<T> = ({ readonly ok: true } & T) | Refusal;

export const NOT_FOUND: Refusal = { ok: false, code: 'share-not-found' };

export function refuse(code: ErrorCode): Refusal {
  return { ok: false, code };
}

export function gone(reason: GoneReason): Refusal {
  return { ok: false, code: 'share-gone', reason };
}
