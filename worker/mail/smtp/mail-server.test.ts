import { expect, test } from 'vitest';
import { readMailServer } from './mail-server.ts';

test.each([
  ['smtps://mail.example', { host: 'mail.example', port: 465, encryption: 'implicit' }],
  ['smtp://mail.example', { host: 'mail.example', port: 587, encryption: 'starttls' }],
  ['smtp://mail.example:2525', { port: 2525, encryption: 'starttls' }],
  ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, encryption: 'loopback' }],
  ['smtp://[::1]:25', { host: '::1', port: 25, encryption: 'loopback' }],
  ['smtp://localhost', { host: 'localhost', encryption: 'loopback' }],
  ['smtps://127.0.0.1', { encryption: 'implicit' }],
  ['smtp://localhost.example', { encryption: 'starttls' }],
  ['smtp://127.0.0.1.example', { encryption: 'starttls' }],
])('%s', (text, expected) => {
  expect(readMailServer(text)).toMatchObject({ credentials: null, ...expected });
});

test('user and password are percent-encoded', () => {
  expect(readMailServer('smtps://me%40example.org:p%2Fa%3Ass@mail.example')?.credentials).toEqual({
    user: 'me@example.org',
    password: 'p/a:ss',
  });
});

test.each([
  '',
  'mail.example',
  'https://mail.example',
  'smtp://',
  'smtp://host:99999',
  'smtp://%zz:x@host',
])('not a mail server: %s', (text) => expect(readMailServer(text)).toBeNull());
