import { describe, expect, it } from 'vitest';
import vectors from '../vectors/accounts_v1.json' with { type: 'json' };
import { accountCases } from './account-cases.ts';

describe('every case of accounts_v1.json', () => {
  it.each(accountCases)('$name', ({ run }) => run());

  it('is run', () => {
    const { about: _, ...sections } = vectors;
    const counts = Object.values(sections).map((cases) => cases.length);
    expect(accountCases.length).toBe(counts.reduce((sum, count) => sum + count, 0));
  });
});
