import { expect, test } from 'vitest';
import { isMailAddress } from './address.ts';

test.each([
  'ada@example.org',
  'ada.lovelace+inkseal@mail.example.org',
  "o'brien!#$%@example.museum",
  'a@localhost',
])('mail goes to %s', (address) => {
  expect(isMailAddress(address)).toBe(true);
});

test.each([
  'ada@example.org\r\nBcc: eve@example.org',
  'ada@example.org\n',
  'ada@example.org> SIZE=1',
  'ada@example.org, eve@example.org',
  'Ada <ada@example.org>',
  '"ada lovelace"@example.org',
  'ada@[127.0.0.1]',
  'ada..lovelace@example.org',
  '.ada@example.org',
  'ada@-example.org',
  'ada@example..org',
  'ada@@example.org',
  'ada\u0000@example.org',
  'ädä@example.org',
  '@example.org',
  'ada@',
  '',
  `${'a'.repeat(250)}@b.org`,
])('no mail goes to %j', (address) => {
  expect(isMailAddress(address)).toBe(false);
});
