import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { hashRecoveryCode, makeRecoveryCodes, normaliseCode } from './recovery-codes.ts';

test('ten codes of 60 bits in groups that can be read out', () => {
  const codes = makeRecoveryCodes();
  expect(codes).toHaveLength(10);
  for (const code of codes)
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
  expect(new Set([...codes, ...makeRecoveryCodes()]).size).toBe(20);
});

test('a code counts however it is typed, for its account only', async () => {
  expect(normaliseCode(' 0O1I-Llab cd-EF ')).toBe('001111abcdef');
  const hash = await hashRecoveryCode(env, 'account-1', '7k2m-p0xq-9dhr');
  expect(await hashRecoveryCode(env, 'account-1', '7K2M POXQ 9DHR')).toEqual(hash);
  expect(await hashRecoveryCode(env, 'account-2', '7k2m-p0xq-9dhr')).not.toEqual(hash);
  const failure = hashRecoveryCode({ ...env, AUTH_PEPPERS: 'short' }, 'account-1', 'x');
  await expect(failure).rejects.toMatchObject({ detail: { part: 'auth-peppers' } });
});
