import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { findSecrets } from './support/find-secrets.ts';

const secret = randomBytes(32);
const secrets = new Map([
  ['other', randomBytes(32)],
  ['secret', secret],
]);
const hex = secret.toString('hex');

test.each([
  ['bytes', secret],
  ['hex', Buffer.from(hex)],
  ['hex in capitals', Buffer.from(hex.toUpperCase())],
  ['base64', Buffer.from(secret.toString('base64'))],
  ['base64url', Buffer.from(secret.toString('base64url'))],
])('a secret is found as %s at the start, in the middle and at the end of a file', (_, written) => {
  const [before, after] = [Buffer.from('before'), Buffer.from('after')];
  const contents = [
    [written, after],
    [before, written, after],
    [before, written],
    [written.subarray(0, 9), written],
  ];
  for (const content of contents) {
    const dump = new Map([['file', Buffer.concat(content)]]);
    expect(findSecrets(secrets, dump)).toEqual([{ name: 'secret', path: 'file' }]);
  }
  const cut = new Map([['file', written.subarray(1)]]);
  expect(findSecrets(secrets, cut)).toEqual([]);
});

test('a secret is found in the name of a file', () => {
  const path = `folder/${hex}.sqlite`;
  expect(findSecrets(secrets, new Map([[path, Buffer.alloc(0)]]))).toEqual([
    { name: 'secret', path },
  ]);
});
