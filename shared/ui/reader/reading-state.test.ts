import { afterEach, expect, test, vi } from 'vitest';
import { ApiError, UnreachableError } from '../../api/client/api-error.ts';
import { CryptoError, cannotOpen } from '../../crypto/error.ts';
import { stateAfter } from './reading-state.ts';

const SEEN = { remaining: 1, views: 2, expiresAt: '2026-11-29T00:00:00Z', contentLength: 4175 };

afterEach(() => vi.unstubAllGlobals());

function apiError(status: number, error: { code: ApiError['code'] } & object, wait?: number) {
  return new ApiError(status, { message: '', ...error }, wait);
}

test.each(['used-up', 'expired', 'revoked', 'destroyed', 'taken-down'] as const)(
  'gone: %s',
  (reason) => {
    const gone = apiError(410, { code: 'share-gone', reason } as { code: 'share-gone' });
    expect(stateAfter(gone, 'reveal', SEEN)).toEqual({ name: 'gone', reason });
  },
);

test('a wrong passphrase asks once more while tries are left', () => {
  const wrong = (attemptsLeft: number) =>
    apiError(403, { code: 'wrong-passphrase', attemptsLeft } as { code: 'wrong-passphrase' });
  expect(stateAfter(wrong(3), 'reveal', SEEN)).toEqual({
    name: 'waiting',
    seen: SEEN,
    problem: { name: 'wrong', attemptsLeft: 3 },
  });
  expect(stateAfter(wrong(0), 'reveal', SEEN)).toEqual({ name: 'gone', reason: 'destroyed' });
});

test('a passphrase that cannot be one costs no try', () => {
  const invalid = new CryptoError('invalid-passphrase', 'too long');
  expect(stateAfter(invalid, 'reveal', SEEN)).toMatchObject({ problem: { message: 'too long' } });
});

test('what may pass names the step to do again', () => {
  vi.stubGlobal('navigator', { onLine: true });
  const silence = new UnreachableError('no answer');
  expect(stateAfter(silence, 'look')).toEqual({ name: 'unreachable', step: 'look' });
  vi.stubGlobal('navigator', { onLine: false });
  expect(stateAfter(silence, 'reveal')).toEqual({ name: 'offline', step: 'reveal' });
  const limited = apiError(429, { code: 'rate-limited' }, 45);
  expect(stateAfter(limited, 'look')).toEqual({ name: 'limited', step: 'look', seconds: 45 });
  const broken = apiError(500, { code: 'internal' });
  expect(stateAfter(broken, 'reveal')).toEqual({ name: 'failed', step: 'reveal' });
  expect(stateAfter(new TypeError('bug'), 'look')).toEqual({ name: 'failed', step: 'look' });
});

test('the rest ends it', () => {
  expect(stateAfter(apiError(404, { code: 'share-not-found' }), 'look')).toEqual({
    name: 'missing',
  });
  expect(stateAfter(apiError(410, { code: 'claim-ended' }), 'reveal')).toEqual({ name: 'ended' });
  expect(stateAfter(cannotOpen(), 'reveal', SEEN)).toEqual({ name: 'damaged' });
});
