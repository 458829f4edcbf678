import { KEY_BYTES } from './brand.ts';
import type { Bytes } from './bytes.ts';
import { labelled, sha256 } from './hash.ts';

/*
 * A recovery kit as text: four lines of four groups of four letters and digits. A line holds 8 bytes of the kit and 2
 * bytes that check it and all lines above, so that a slip of the pen is found, and found in its line.
 */

/** Crockford's Base32: no I, L, O, which look like digits, and no U. Read in any case. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LINES = 4;
const LINE_BYTES = KEY_BYTES / LINES;
const CHECK_BYTES = 2;
const LINE_LETTERS = ((LINE_BYTES + CHECK_BYTES) * 8) / 5;
const GROUP_LETTERS = 4;
const LETTER_BITS = 5;

/** The 4 lines of a kit of 32 bytes, such as `7ZKQ 0M3V 9XTA 11CD`. */
export async function writeKit(kit: Bytes): Promise<readonly string[]> {
  const checks = await Promise.all(lineNumbers().map((line) => checkOf(kit, line)));
  return checks.map((check, line) => {
    const data = kit.subarray(line * LINE_BYTES, (line + 1) * LINE_BYTES);
    return group(encodeBase32(Uint8Array.of(...data, ...check)));
  });
}

/** What typed text says. Lines count from 1. */
export type KitReading =
  | { readonly ok: true; readonly kit: Bytes }
  /** `lettersMissing` more are to come; what is there so far is right. */
  | { readonly ok: false; readonly reason: 'incomplete'; readonly lettersMissing: number }
  /** The first line in which something is wrong. */
  | { readonly ok: false; readonly reason: 'wrong-line'; readonly line: number }
  /** A letter that no kit has. */
  | { readonly ok: false; readonly reason: 'wrong-letter'; readonly letter: string }
  | { readonly ok: false; readonly reason: 'too-long' };

/** Reads a kit in any case, however it is grouped; O is read as 0, I and L as 1. */
export async function readKit(text: string): Promise<KitReading> {
  const letters = text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll('I', '1')
    .replaceAll('L', '1');
  const strange = [...letters].find((letter) => !ALPHABET.includes(letter));
  if (strange !== undefined) return { ok: false, reason: 'wrong-letter', letter: strange };
  const kit = new Uint8Array(KEY_BYTES);
  for (const line of lineNumbers()) {
    const written = letters.slice(line * LINE_LETTERS, (line + 1) * LINE_LETTERS);
    if (written.length < LINE_LETTERS) {
      const lettersMissing = LINES * LINE_LETTERS - letters.length;
      return { ok: false, reason: 'incomplete', lettersMissing };
    }
    const bytes = decodeBase32(written);
    kit.set(bytes.subarray(0, LINE_BYTES), line * LINE_BYTES);
    const check = await checkOf(kit, line);
    if (check.some((byte, index) => byte !== bytes[LINE_BYTES + index])) {
      return { ok: false, reason: 'wrong-line', line: line + 1 };
    }
  }
  if (letters.length > LINES * LINE_LETTERS) return { ok: false, reason: 'too-long' };
  return { ok: true, kit };
}

function lineNumbers(): readonly number[] {
  return Array.from({ length: LINES }, (_, line) => line);
}

/** First 2 bytes of `H256("inkseal/kit/v1" | 0x00 | all bytes of the kit to the end of this line)`. */
async function checkOf(kit: Bytes, line: number): Promise<Bytes> {
  const soFar = kit.subarray(0, (line + 1) * LINE_BYTES);
  return (await sha256(labelled('inkseal/kit/v1', soFar))).slice(0, CHECK_BYTES);
}

function group(letters: string): string {
  return letters.match(new RegExp(`.{${GROUP_LETTERS}}`, 'g'))?.join(' ') ?? '';
}

/** Most significant bits first; the bits of `bytes` must be a multiple of 5. */
function encodeBase32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let letters = '';
  for (let shift = bytes.length * 8 - LETTER_BITS; shift >= 0; shift -= LETTER_BITS) {
    letters += ALPHABET[Number((bits >> BigInt(shift)) & 31n)];
  }
  return letters;
}

function decodeBase32(letters: string): Bytes {
  let bits = 0n;
  for (const letter of letters) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(letter));
  const bytes = new Uint8Array((letters.length * LETTER_BITS) / 8);
  for (let at = bytes.length - 1; at >= 0; at--, bits >>= 8n) bytes[at] = Number(bits & 255n);
  return bytes;
}
