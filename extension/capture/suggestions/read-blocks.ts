import type { Scope } from '../page/scopes.ts';

/** A stretch of text that is read as one, though it may be made of many nodes: `<b>ana</b>@example.org`. */
export interface TextBlock {
  readonly text: string;
  /** A range of the page for a part of it. */
  range(start: number, end: number): Range;
}

interface Piece {
  readonly node: Text;
  /** Where it begins in the block's text. */
  readonly start: number;
}

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'title', 'option']);

/** The text of a document or shadow root, cut where lines end for good. */
export function* readBlocks(scope: Scope): Generator<TextBlock> {
  const shown = scope.ownerDocument ?? (scope as Document);
  const walker = shown.createTreeWalker(scope, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const blocks = new Map<Element, Element>();
  let pieces: Piece[] = [];
  let text = '';
  let current: Element | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isBreak =
      node.nodeType === Node.ELEMENT_NODE &&
      /^(br|hr|img|input|button)$/.test((node as Element).localName);
    const parent = node.parentElement;
    if (isBreak) current = undefined;
    if (node.nodeType !== Node.TEXT_NODE || !parent || SKIPPED.has(parent.localName)) continue;
    const block = blockOf(parent, blocks);
    if (block !== current) {
      if (text.trim() !== '') yield makeBlock(text, pieces);
      pieces = [];
      text = '';
      current = block;
    }
    pieces.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  if (text.trim() !== '') yield makeBlock(text, pieces);
}

function makeBlock(text: string, pieces: readonly Piece[]): TextBlock {
  const pointAt = (offset: number, isEnd: boolean) => {
    const piece = pieces.findLast(({ start }) => (isEnd ? start < offset : start <= offset));
    return piece ?? (pieces[0] as Piece);
  };
  return {
    text,
    range(start, end) {
      const from = pointAt(start, false);
      const to = pointAt(end, true);
      const range = from.node.ownerDocument.createRange();
      range.setStart(from.node, start - from.start);
      range.setEnd(to.node, end - to.start);
      return range;
    },
  };
}

/** The closest element around that does not lie within a line. */
function blockOf(element: Element, known: Map<Element, Element>): Element {
  const before = known.get(element);
  if (before) return before;
  const { display } = getComputedStyle(element);
  const isWithin = (display === 'inline' || display === 'contents') && element.parentElement;
  const block = isWithin ? blockOf(isWithin, known) : element;
  known.set(element, block);
  return block;
}
