import { describe, expect, test } from 'vitest';
import type { Mail, MailKind } from './mail.ts';
import { writeLetter } from './texts.ts';

const to = 'ada@example.org';
const at = new Date('2026-11-22T22:51:07Z');
const notice = { at, device: 'Laptop', client: 'Chrome on Linux', country: 'NL' };
const code = { code: '82640917', goodUntil: new Date('2026-11-22T23:01:07Z') };

const FACTS: Readonly<Record<MailKind, object>> = {
  'sign-up-code': code,
  'already-registered': {},
  'recovery-code': code,
  'no-account': {},
  'email-change-code': code,
  'email-taken': {},
  'email-changed': notice,
  'new-device': notice,
  'factor-added': { ...notice, factor: 'totp' },
  'factor-removed': { ...notice, factor: 'passkey' },
  'password-changed': notice,
  'account-recovered': notice,
  'recovery-kit-replaced': notice,
  'user-key-replaced': notice,
  'session-reused': notice,
  'deletion-planned': { ...notice, deleteAfter: new Date('2026-11-29T22:51:07Z') },
  'deletion-cancelled': notice,
  'account-deleted': {},
  'account-suspended': { reason: 'Phishing' },
  'account-restored': { reason: 'A mistake' },
  'role-changed': { role: 'admin', reason: 'Helps', at },
};

function write(kind: MailKind, change: object = {}) {
  return writeLetter({ to, kind, ...FACTS[kind], ...change } as Mail);
}

describe.each(Object.keys(FACTS) as MailKind[])('%s', (kind) => {
  test('has one line of subject and whole sentences', () => {
    const letter = write(kind);
    expect(letter.to).toBe(to);
    expect(letter.subject).toMatch(/^[\x20-\x7e]{10,70}$/);
    expect(letter.text).not.toMatch(/undefined|null|Invalid|\[object|\r/);
    expect(letter.text).toMatch(/[.!:]\n/);
    expect(letter.text.endsWith('\n')).toBe(true);
  });
});

test('a code stands in the subject and alone in its line, with the end of its use', () => {
  for (const kind of ['sign-up-code', 'recovery-code', 'email-change-code'] as const) {
    const { subject, text } = write(kind);
    expect(subject).toContain(code.code);
    expect(text).toContain(`\n${code.code}\n`);
    expect(text).toContain('22 November 2026 at 23:01 UTC');
  }
});

test('a notice says when, where and what to do', () => {
  const { text } = write('new-device');
  expect(text).toContain('22 November 2026 at 22:51 UTC');
  expect(text).toContain('\nDevice: Laptop\nBrowser: Chrome on Linux\nCountry: NL\n');
  expect(text).toContain('If that was not you');
});

test('what is unknown is left out', () => {
  const { text } = write('password-changed', { device: '', client: '', country: '' });
  expect(text).not.toContain('Device');
});

test('the name of a device can’t write lines of its own', () => {
  const device = 'Laptop\n\nYour new code is 11111111\u2028and more\u0000';
  const { text } = write('new-device', { device });
  expect(text).toContain('Device: Laptop Your new code is 11111111 and more \n');
});
