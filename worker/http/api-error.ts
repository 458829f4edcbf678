import type { ErrorAnswer } from '../../shared/api/contract.ts';
import { ERRORS, type ErrorCode } from '../../shared/api/errors.ts';

type Detail = Omit<ErrorAnswer['error'], 'code' | 'message'>;

/** Thrown anywhere on the way of a request: it is answered from the error table. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly detail: Detail;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    detail: Detail = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(ERRORS[code].message);
    this.code = code;
    this.detail = detail;
    this.headers = headers;
  }
}

/** 400 for one field of the request. */
export function invalidRequest(path: string): ApiError {
  return new ApiError('invalid-request', { path });
}
