import { describe, expect, test } from 'vitest';
import { ratePassword } from './rate-password.ts';

describe('ratePassword', () => {
  test.each([
    ['password123', 'weak'],
    ['Tr0ub4dor', 'weak'],
    ['qwertzuiop', 'weak'],
    ['2019-04-12', 'weak'],
    ['ada.lovelace', 'weak'],
    ['Inkseal2026!', 'weak'],
    ['kumquat-7-Ladder', 'fair'],
    ['violet anchor bread seventeen', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(ratePassword(password, ['ada.lovelace@example.org']).strength).toBe(strength);
  });

  test('who chooses the own address chooses badly', () => {
    const address = 'zkwvbq.xjhtr@example.org';
    expect(ratePassword(address, []).strength).toBe('strong');
    expect(ratePassword(address, [address]).strength).toBe('weak');
  });

  test('a longer password takes longer', () => {
    const seconds = ['kumquat', 'kumquat-7', 'kumquat-7-Ladder'].map(
      (password) => ratePassword(password, []).guessingSeconds,
    );
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
  });
});
