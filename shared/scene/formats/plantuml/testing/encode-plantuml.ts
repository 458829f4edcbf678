import { deflateSync } from 'fflate';
import { utf8 } from '../../../../crypto/bytes.ts';

/** PlantUML's own order of the letters of base64. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** What PlantUML writes into addresses and comments: deflate in its own base64. */
export function encodePlantuml(text: string): string {
  const bytes = deflateSync(utf8(text), { level: 9 });
  let encoded = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    for (const sextet of [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]) {
      encoded += LETTERS[sextet];
    }
  }
  return encoded;
}
