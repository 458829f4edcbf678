import { expect, test, vi } from 'vitest';
import { ApiError, UnreachableError } from '../../api/client/api-error.ts';
import { CryptoError } from '../../crypto/error.ts';
import { describeFailure } from './sharing-failure.ts';

function apiError(status: number, code: ApiError['code'], wait?: number) {
  return new ApiError(status, { code, message: 'The server’s words.' }, wait);
}

test('what may pass can be resumed', () => {
  vi.stubGlobal('navigator', { onLine: true });
  for (const error of [
    new UnreachableError(''),
    apiError(503, 'unavailable'),
    apiError(429, 'rate-limited', 20),
  ]) {
    expect(describeFailure(error).canResume).toBe(true);
  }
  expect(describeFailure(new UnreachableError('')).message).toMatch(/can’t be reached/);
  vi.stubGlobal('navigator', { onLine: false });
  expect(describeFailure(new UnreachableError('')).message).toMatch(/offline/);
  vi.unstubAllGlobals();
});

test('a short wait is a rush of requests, a long one the budget of the day', () => {
  expect(describeFailure(apiError(429, 'rate-limited', 20)).message).toMatch(/wait 20 seconds/);
  expect(describeFailure(apiError(429, 'rate-limited', 20_000)).message).toMatch(/today/);
});

test('what a person must mend first cannot be resumed', () => {
  const errors = [
    [new TypeError('network error'), /could not be read/],
    [new DOMException('', 'NotReadableError'), /could not be read/],
    [new CryptoError('invalid-content', 'The names are too long.'), /names are too long/],
    [apiError(413, 'too-large'), /larger than the server takes/],
    [apiError(404, 'share-not-found'), /starts over/],
    [apiError(400, 'invalid-request'), /did not accept this share. The server’s words/],
  ] as const;
  for (const [error, message] of errors) {
    expect(describeFailure(error)).toEqual({
      message: expect.stringMatching(message),
      canResume: false,
    });
  }
});
