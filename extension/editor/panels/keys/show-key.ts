const IS_MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const NAMES: Readonly<Record<string, string>> = {
  Mod: IS_MAC ? '⌘' : 'Ctrl',
  Shift: IS_MAC ? '⇧' : 'Shift',
  Delete: 'Del',
  Backspace: '⌫',
  Escape: 'Esc',
};

/** The caps to press together for keys of the table: `Mod+Shift+Z` is Ctrl, Shift and Z. */
export function capsOf(keys: string): readonly string[] {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return parts.map((part) => NAMES[part] ?? part);
}

/** The same as one text, for tooltips. */
export function showKey(keys: string): string {
  return capsOf(keys).join(' ');
}
