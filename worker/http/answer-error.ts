import type { ErrorAnswer } from '../../shared/api/contract.ts';
import { ERRORS } from '../../shared/api/errors.ts';
import { ApiError } from './api-error.ts';
import type { AppContext } from './app-env.ts';

/** The one place where errors become answers. Anything unforeseen is 500 with the request's id only. */
export function answerError(error: Error, c: AppContext): Response {
  if (error instanceof ApiError) return errorAnswer(c, error);
  const requestId = c.get('requestId');
  console.error(JSON.stringify({ level: 'error', requestId, error: framesOf(error) }));
  return errorAnswer(c, new ApiError('internal', { requestId }));
}

export function errorAnswer(c: AppContext, { code, detail, headers }: ApiError): Response {
  const { status, message } = ERRORS[code];
  const body: ErrorAnswer = { error: { code, message, ...detail } };
  return c.json(body, status, headers);
}

/** Class and stack without the message, which could repeat what somebody sent. */
function framesOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.map((frame) => frame.trim())].join(' ');
}
