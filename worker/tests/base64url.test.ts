import { expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';

/* What the server's engine decodes by itself is held to the same as our own loop. */

const LETTERS = ['A', 'Q', 'g', 'w', 'Z', '9', '-', '_', '+', '/', '=', ' ', '\n', '\u00e9'];

/** Whether `text` is what some bytes are written as. */
function isCanonical(text: string): boolean {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return false;
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  return btoa(atob(standard)).replaceAll('=', '') === standard;
}

function readBack(text: string): string {
  try {
    return encodeBase64url(decodeBase64url(text));
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test('of all short texts, exactly what the server would write itself is accepted', () => {
  expect(Uint8Array).toHaveProperty('fromBase64');
  let texts = [''];
  for (let length = 1; length <= 4; length++) {
    texts = texts.flatMap((text) => LETTERS.map((letter) => text + letter));
    const wrong = texts.filter(
      (text) => readBack(text) !== (isCanonical(text) ? text : 'invalid-encoding'),
    );
    expect(wrong).toEqual([]);
  }
  for (const text of ['AAAAAA==', 'AAAA AA', 'AAAAAA\n', 'AAAAAB', 'AAAAA', 'AAAAAA\u00e9']) {
    expect(readBack(text), text).toBe('invalid-encoding');
  }
});
