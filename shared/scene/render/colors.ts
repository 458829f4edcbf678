const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** `color` as a value of `fill` or `stroke`; `none` where it is transparent or no colour that scenes have. */
export function paint(color: string): string {
  return HEX.test(color) ? color : 'none';
}

/** `color` without any transparency, for what must hide what is below; dark where it is no colour. */
export function opaque(color: string): string {
  if (!HEX.test(color)) return '#1e1e1e';
  return color.length === 5 ? color.slice(0, 4) : color.slice(0, 7);
}
