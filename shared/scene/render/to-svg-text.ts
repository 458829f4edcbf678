import type { SvgNode } from './svg-node.ts';

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
/** Line ends and tabs too, which readers of XML would change. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
/** What XML 1.0 has no way to write. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** SVG source of `node`. */
export function toSvgText(node: SvgNode): string {
  const parts: string[] = [];
  write(node, parts);
  return parts.join('');
}

function write({ tag, attributes, children }: SvgNode, parts: string[]): void {
  parts.push('<', checkName(tag));
  for (const [name, value] of Object.entries(attributes))
    parts.push(' ', checkName(name), '="', escapeXml(String(value)), '"');
  if (children.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  for (const child of children) {
    if (typeof child === 'string') parts.push(escapeXml(child));
    else write(child, parts);
  }
  parts.push('</', tag, '>');
}

function escapeXml(text: string): string {
  return text
    .replace(NO_XML, '\uFFFD')
    .replace(/[&<>"\n\r\t]/g, (letter) => ESCAPES[letter] ?? letter);
}

/** @throws Error where a name could end its tag: nodes are made by our own code, so that is a mistake of ours */
function checkName(name: string): string {
  if (!NAME.test(name)) throw new Error(`no name for XML: ${JSON.stringify(name)}`);
  return name;
}
