import type { SvgNode } from './svg-node.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** What XML 1.0 has no way to write. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** SVG source of `node`. */
export function toSvgText({ tag, attributes, children }: SvgNode): string {
  const named = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${tag}${named}/>`;
  const inner = children
    .map((child) => (typeof child === 'string' ? escapeXml(child) : toSvgText(child)))
    .join('');
  return `<${tag}${named}>${inner}</${tag}>`;
}

export function escapeXml(text: string): string {
  return text.replace(NO_XML, '\uFFFD').replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}
