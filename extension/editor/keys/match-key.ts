/** Of a `KeyboardEvent`, what tells which key of the table it is. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Written as in the key table: `Mod+Shift+Z`, `?`, `Shift+1`. */
export function matchesKey(pressed: PressedKey, keys: string): boolean {
  const parts = keys.split('+');
  // `+` itself is a key.
  const key = parts.pop() || '+';
  const isMod = pressed.ctrlKey || pressed.metaKey;
  if (pressed.altKey || isMod !== parts.includes('Mod')) return false;
  const wantsShift = parts.includes('Shift');
  if (isLetter(key)) return pressed.shiftKey === wantsShift && letterOf(pressed) === key;
  // What Shift makes of other keys depends on the keyboard: with Shift, the place of the key counts.
  if (wantsShift) return pressed.shiftKey && pressed.code === CODES[key];
  if (pressed.key !== key) return false;
  return !pressed.shiftKey || !/^\w+$/.test(key);
}

const CODES: Readonly<Record<string, string>> = {
  '0': 'Digit0',
  '1': 'Digit1',
  '2': 'Digit2',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  "'": 'Quote',
};

function isLetter(key: string): boolean {
  return /^[A-Z]$/.test(key);
}

/** The Latin letter of the key, by its place where the keyboard writes another script. */
function letterOf({ key, code }: PressedKey): string {
  return /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace(/^Key/, '');
}
