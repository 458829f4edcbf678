import { afterEach, expect, test, vi } from 'vitest';
import { mayNotFit } from './memory.ts';

const MIB = 1024 ** 2;

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a computer', { userAgent: 'X11; Linux x86_64', deviceMemory: 8 }, 1024],
  ['a small phone', { userAgent: 'Android 14; Mobile', deviceMemory: 2 }, 512],
  ['a phone that does not say', { userAgent: 'iPhone; CPU iPhone OS 18_0' }, 256],
  ['a computer that does not say', { userAgent: 'Macintosh; Intel Mac OS X' }, 1024],
])('%s holds no more than is easy for it', (_, navigator, limitMib) => {
  vi.stubGlobal('navigator', navigator);
  expect(mayNotFit(limitMib * MIB)).toBe(false);
  expect(mayNotFit(limitMib * MIB + 1)).toBe(true);
});
