/** Red, green, blue and opacity, 0 to 1 each. */
export type PdfColor = readonly [red: number, green: number, blue: number, alpha: number];

/** A colour as scenes write it: `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`; null for `none` and anything else. */
export function readColor(text: string): PdfColor | null {
  if (!/^#[\da-f]{3,8}$/i.test(text)) return null;
  const digits = text.slice(1);
  const width = digits.length < 6 ? 1 : 2;
  const at = (index: number) => {
    const part = digits.slice(index * width, (index + 1) * width);
    return part === '' ? 1 : Number.parseInt(part.padEnd(2, part), 16) / 255;
  };
  return [at(0), at(1), at(2), at(3)];
}
