import type { ElementOf } from '../../model/element.ts';
import { quoteLabel } from './mermaid-text.ts';

const THICK_FROM = 4;

/** What a link has at an end that Mermaid has a letter for. */
const HEADS: Partial<Record<string, string>> = { dot: 'o', bar: 'x' };

/** One line of a flowchart: `n1 -.->|"label"| n2`. `from` and `to` are the names of what the arrow holds on to. */
export function writeEdge(
  arrow: ElementOf<'arrow'>,
  { from, to, label }: { from: string; to: string; label: string | undefined },
): string {
  const { startArrowhead, endArrowhead } = arrow;
  // A link with a head at its start alone goes the other way.
  const isTurned = startArrowhead !== null && endArrowhead === null;
  const [first, last] = isTurned ? [to, from] : [from, to];
  const end = isTurned ? startArrowhead : endArrowhead;
  const start = isTurned ? null : startArrowhead;
  const text = label === undefined ? '' : `|${quoteLabel(label)}|`;
  return `${first} ${writeHead(start, '<')}${writeLine(arrow, end)}${text} ${last}`;
}

function writeHead(head: string | null, plain: string): string {
  return head === null ? '' : (HEADS[head] ?? plain);
}

function writeLine({ strokeStyle, strokeWidth }: ElementOf<'arrow'>, end: string | null): string {
  const head = writeHead(end, '>');
  if (strokeStyle !== 'solid') return `-.-${head}`;
  const line = strokeWidth >= THICK_FROM ? '==' : '--';
  return head === '' ? `${line}${line[0]}` : `${line}${head}`;
}
