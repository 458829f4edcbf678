import { inflateSafely } from '../compressed.ts';
import { decodeUtf8 } from '../json-text.ts';
import { ReadError } from '../read-result.ts';

/** PlantUML's own order of the letters of base64. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const HEX_MARK = '~h';
const DEFLATE_MARK = '~1';

/**
 * What stands in the address of a PlantUML server, as text: raw deflate in PlantUML's own base64, or hexadecimal
 * digits after `~h` (plantuml.com/text-encoding).
 *
 * @throws {ReadError} `broken`, `too-large`
 */
export async function decodePlantuml(encoded: string): Promise<string> {
  if (encoded.startsWith(HEX_MARK)) return decodeUtf8(readHex(encoded.slice(HEX_MARK.length)));
  const text = encoded.startsWith(DEFLATE_MARK) ? encoded.slice(DEFLATE_MARK.length) : encoded;
  return decodeUtf8(await inflateSafely(readLetters(text), 'raw'));
}

function readLetters(text: string): Uint8Array {
  const sextets = Array.from(text, (letter) => LETTERS.indexOf(letter));
  if (sextets.length === 0 || sextets.includes(-1)) throw new ReadError('broken');
  const bytes = new Uint8Array(Math.floor((sextets.length * 3) / 4));
  for (let i = 0; i < bytes.length; i++) {
    const at = Math.floor((i * 4) / 3);
    const [high = 0, low = 0] = [sextets[at], sextets[at + 1]];
    const shift = (i % 3) * 2 + 2;
    bytes[i] = (high << shift) | (low >> (6 - shift));
  }
  return bytes;
}

function readHex(text: string): Uint8Array {
  if (!/^([\da-f]{2})+$/i.test(text)) throw new ReadError('broken');
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
