import type { ErrorCode } from '../errors.ts';

/** The server answered with an error of the protocol's table. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly status: number;
  /** Fields beside `code` and `message`: `attemptsLeft`, `reason`, `path`, … */
  readonly details: Readonly<Record<string, unknown>>;
  /** From `Retry-After`, where the server sent one. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    { code, message, ...details }: { code: ErrorCode; message: string },
    retryAfterSeconds?: number,
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer came, or none that this protocol knows. Whether the server acted is unknown: ask again. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  constructor(cause: unknown) {
    super('The server could not be reached.', { cause });
  }
}
