import { utf8 } from './bytes.ts';

/* Names of items (PROTOCOL section 2): what could mislead a person or a file system is refused or replaced. */

const MAX_NAME_BYTES = 255;
/** Path separators, control characters, bidi controls, unpaired surrogates. */
const UNSAFE = /[/\\\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Surrogate}]/gu;
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|$))/i;

/** Whether a share may carry `name` as it is. */
export function isSafeName(name: string): boolean {
  return name === safeName(name);
}

/** The nearest name that is safe to show and to save under; never empty. */
export function safeName(name: string): string {
  const plain = name.replace(UNSAFE, '_').replace(DEVICE, '_$1');
  const short = trimEnd(cutToBytes(trimEnd(plain), MAX_NAME_BYTES));
  return short === '' ? 'file' : short;
}

function trimEnd(name: string): string {
  return name.replace(/[. ]+$/, '');
}

/** Cuts before the extension where there is one, so that the file still opens. */
function cutToBytes(name: string, limit: number): string {
  if (utf8(name).length <= limit) return name;
  const extension = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - extension.length)];
  let bytes = utf8(extension).length;
  let kept = '';
  for (const letter of stem) {
    bytes += utf8(letter).length;
    if (bytes > limit) break;
    kept += letter;
  }
  return kept + extension;
}
