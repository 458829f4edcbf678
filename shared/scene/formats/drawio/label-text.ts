const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Elements of HTML that begin a line of their own. */
const BLOCK = /(<\/?(div|p|h[1-6]|li|ul|ol|tr|table|pre|blockquote|hr)\b[^<>]*>\s?)+/gi;

/** The words of a label, which is HTML, one line for each that it shows. Nothing of it is ever parsed as HTML. */
export function readHtmlLabel(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)|<!--[\s\S]*?(-->|$)/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(BLOCK, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => readEntity(name) ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function readEntity(name: string): string | undefined {
  if (!name.startsWith('#')) {
    return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  }
  const code = name[1]?.toLowerCase() === 'x' ? `0x${name.slice(2)}` : name.slice(1);
  const point = Number(code);
  return Number.isInteger(point) && point > 0 && point <= 0x10ffff
    ? String.fromCodePoint(point)
    : undefined;
}
