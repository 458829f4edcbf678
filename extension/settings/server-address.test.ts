import { expect, test } from 'vitest';
import { parseServerAddress } from './server-address.ts';

test.each([
  ['https://share.example', 'https://share.example'],
  ['  https://share.example/some/page?x#y ', 'https://share.example'],
  ['share.example', 'https://share.example'],
  ['share.example:8443', 'https://share.example:8443'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['http://localhost:8787/', 'http://localhost:8787'],
  ['http://[::1]:8787', 'http://[::1]:8787'],
])('%j is %s', (typed, origin) => {
  expect(parseServerAddress(typed)).toBe(origin);
});

test.each([
  '',
  'http://share.example',
  'http://127.0.0.1.share.example',
  'http://localhost.share.example',
  'https://me:secret@share.example',
  'ftp://share.example',
  'javascript://share.example/%0Aalert(1)',
  'chrome-extension://oaejefmndjpdnfenllnkmihgimefikea',
  'not an address',
])('%j is refused', (typed) => {
  expect(parseServerAddress(typed)).toBeUndefined();
});
