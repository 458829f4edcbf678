import { expect, test } from 'vitest';
import { rateStrength } from './passphrase-strength.ts';

test.each([
  ['a', 'weak'],
  ['password123', 'weak'],
  ['Qwertz2026!', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnopqrstuvwxyz', 'weak'],
  ['hunter2', 'weak'],
  ['purple otter', 'fair'],
  ['kR7#pw2z', 'fair'],
  ['seven purple otters hum', 'strong'],
  ['kR7#pw2z!Vq0x', 'strong'],
] as const)('%s is %s', (passphrase, strength) => {
  expect(rateStrength(passphrase)).toBe(strength);
});
