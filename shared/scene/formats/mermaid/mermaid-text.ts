/** Written as entities, since Mermaid reads more into them: quotes, tags, directives, formulas, escapes. */
const ESCAPED: Readonly<Record<string, string>> = {
  '"': '#quot;',
  '#': '#35;',
  '&': '#amp;',
  '<': '#lt;',
  '>': '#gt;',
  '%': '#37;',
  $: '#36;',
  '\\': '#92;',
  '`': '#96;',
  '*': '#42;',
  _: '#95;',
};

/** `text` as a label in quotes that shows it word for word. */
export function quoteLabel(text: string): string {
  const escaped = text
    .replace(/["#&<>%$\\`*_]/g, (letter) => ESCAPED[letter] ?? letter)
    // Else an icon of Font Awesome.
    .replace(/\b(fa[bklrs]?):/g, '$1#58;')
    .replace(/\r?\n/g, '<br>');
  return `"${escaped.trim() === '' ? ' ' : escaped}"`;
}
