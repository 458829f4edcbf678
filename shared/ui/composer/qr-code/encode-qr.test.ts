import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { encodeQr } from './encode-qr.ts';

function write(rows: readonly (readonly boolean[])[]): string {
  return rows.map((row) => row.map((isDark) => (isDark ? '#' : ' ')).join('')).join('\n');
}

/** As another package draws it. */
function encodeOtherwise(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: 0 }).data;
}

test.each([
  'https://inkseal.example/s/q1w2e3r4t5z6u7i8o9p0aA#q1w2e3r4t5z6u7i8o9p0aAq1w2e3r4t5z6u7i8o9p0aA0',
  'otpauth://totp/Inkseal:anna%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Inkseal',
  'ä – 🦑',
  'a',
])('%s', (text) => {
  expect(write(encodeQr(text))).toBe(write(encodeOtherwise(text)));
});

/** How many bytes each version holds at level M (ISO/IEC 18004, table 7). */
// biome-ignore format: a table
const CAPACITIES = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331];

test('codes of most sizes, full to the last byte, are what another package draws', () => {
  const letters = Array.from({ length: 2331 }, (_, i) => String.fromCharCode(97 + ((i * i) % 26)));
  for (const [index, capacity] of CAPACITIES.entries()) {
    // Large ones take long, and only 32 and 40 have something of their own.
    if (index >= 20 && index !== 31 && index !== 39) continue;
    const text = letters.slice(0, capacity).join('');
    const code = encodeQr(text);
    expect(code.length).toBe(17 + 4 * (index + 1));
    expect(write(code)).toBe(write(encodeOtherwise(text)));
  }
  expect(() => encodeQr(`${letters.join('')}a`)).toThrow(RangeError);
});
