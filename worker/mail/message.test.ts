import { expect, test } from 'vitest';
import { composeMessage } from './message.ts';

const SENDER = { name: 'Inkseal', address: 'no-reply@inkseal.test' };
const AT = new Date('2026-11-22T22:51:07Z');

function compose(letter: object, sender: object = {}): string {
  const plain = { to: 'ada@example.org', subject: 'Hello', text: 'Hello\n' };
  return composeMessage({ ...plain, ...letter }, { ...SENDER, ...sender }, 'row-1', AT);
}

test('a message as it goes over the line', () => {
  expect(compose({})).toBe(
    [
      'From: "Inkseal" <no-reply@inkseal.test>',
      'To: ada@example.org',
      'Subject: Hello',
      'Date: Sun, 22 Nov 2026 22:51:07 +0000',
      'Message-ID: <row-1@inkseal.test>',
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      'SGVsbG8NCg==',
      '.',
    ].join('\r\n'),
  );
});

test('no line of a long text is long, none begins with a dot, none is bare', () => {
  const message = compose({ text: `.\n..\n${'ü.'.repeat(2000)}\n`, subject: 'ü'.repeat(200) });
  const lines = message.split('\r\n');
  expect(lines.pop()).toBe('.');
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(78);
    expect(line).not.toMatch(/^\.|[\r\n]/);
  }
});

test.each([
  ['a subject', { subject: 'Hello\r\nBcc: eve@example.org' }],
  ['a subject with a bare LF', { subject: 'Hello\nBcc: eve@example.org' }],
  ['a subject that looks folded', { subject: 'Hello\r\n Bcc: eve@example.org' }],
  ['a subject that looks encoded', { subject: '=?utf-8?Q?=0D=0ABcc:_eve?=' }],
])('%s begins no header of its own', (_name, letter) => {
  const message = compose(letter);
  expect(message.match(/^\S+: /gm)).toHaveLength(9);
  expect(message).toMatch(/^Subject: =\?utf-8\?B\?/m);
});

test('an address that would begin a header is not sent to', () => {
  const to = 'ada@example.org\r\nBcc: eve@example.org';
  expect(() => compose({ to })).toThrow('To is no header');
});

test('quotes in the sender’s name stay in it', () => {
  expect(compose({}, { name: 'Ink "S" \\ seal' })).toContain(
    'From: "Ink \\"S\\" \\\\ seal" <no-reply@inkseal.test>',
  );
  expect(compose({}, { name: 'Büro' })).toContain(
    'From: =?utf-8?B?QsO8cm8=?= <no-reply@inkseal.test>',
  );
});
