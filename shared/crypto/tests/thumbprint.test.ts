import { expect, it } from 'vitest';
import { encodeBase64url } from '../base64url.ts';
import { thumbprint } from '../thumbprint.ts';
import { readPublished } from './published.ts';

it('RFC 7638 section 3.1', async (context) => {
  const { jwk, sha256Thumbprint } = readPublished<{
    jwk: { kty: string; n: string; e: string };
    sha256Thumbprint: string;
  }>(context, 'rfc7638_thumbprint.json');
  const { kty, n, e } = jwk;
  expect(encodeBase64url(await thumbprint({ kty, n, e }))).toBe(sha256Thumbprint);
});
