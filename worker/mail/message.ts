import type { Letter } from './mail.ts';

/** Whom mail comes from. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Bytes in one encoded word (RFC 2047): with its frame and `Subject: ` it fits into a line of 78. */
const ENCODED_WORD_BYTES = 42;
/** Characters of base64 in a line (RFC 2045, section 6.8). */
const BASE64_LINE = 76;
const SAFE_HEADER = /^[\x20-\x7e]*$/;

/**
 * Writes a letter as a message of RFC 5322, ready for DATA: lines end in CRLF, dots need no stuffing because
 * the text is base64, and the single dot that ends it is there.
 *
 * @param id the same at every try, so that a recipient can tell a repeated mail
 */
export function composeMessage(letter: Letter, sender: Sender, id: string, date: Date): string {
  const { to, subject, text } = letter;
  const [, domain] = sender.address.split('@');
  const headers = [
    ['From', sender.name === '' ? sender.address : `${phrase(sender.name)} <${sender.address}>`],
    ['To', to],
    ['Subject', encodeWords(subject)],
    ['Date', date.toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<${id}@${domain}>`],
    // Nobody's holiday notice shall answer (RFC 3834).
    ['Auto-Submitted', 'auto-generated'],
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Transfer-Encoding', 'base64'],
  ];
  const body = base64(text.replaceAll('\n', '\r\n')).match(new RegExp(`.{1,${BASE64_LINE}}`, 'g'));
  return [...headers.map(header), '', ...(body ?? []), '.'].join('\r\n');
}

/** @throws when a value could end its header and begin another */
function header([name, value = '']: readonly string[]): string {
  const lines = value.split('\r\n ');
  if (!lines.every((line) => SAFE_HEADER.test(line))) throw new Error(`${name} is no header`);
  return `${name}: ${value}`;
}

/** Text of a header as it is where it is printable ASCII, else as encoded words (RFC 2047), folded. */
function encodeWords(text: string): string {
  if (SAFE_HEADER.test(text) && !text.includes('=?')) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (new TextEncoder().encode(word + character).length > ENCODED_WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?utf-8?B?${base64(part)}?=`).join('\r\n ');
}

function phrase(name: string): string {
  return SAFE_HEADER.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodeWords(name);
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
