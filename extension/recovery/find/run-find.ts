import { listScopes } from '../../capture/page/scopes.ts';
import { FIND_LIMITS, type Found, type FoundList } from '../found.ts';
import { type Candidate, titleOf } from './candidate.ts';
import { findDrawings } from './find-drawings.ts';
import { findDrawio } from './find-drawio.ts';
import { findMermaid } from './find-mermaid.ts';
import { findPictures } from './find-pictures.ts';
import { keepElements } from './kept-elements.ts';

/** Looks for diagrams in this page, its open shadow roots and its frames of the same origin. Changes nothing. */
export async function runFind(): Promise<FoundList> {
  const candidates: Candidate[] = [];
  for (const scope of listScopes()) {
    const drawn = [...findMermaid(scope), ...findDrawio(scope), ...findDrawings(scope)];
    candidates.push(...[...drawn, ...(await findPictures(scope))].sort(asInPage));
  }
  const outer = candidates.filter((one) => !isInsideOfAnother(one, candidates));
  const kept = outer.slice(0, FIND_LIMITS.found);
  keepElements(kept.map(({ element }) => element));
  const found = limit(kept.map(describe));
  return { found, more: outer.length - found.length };
}

function asInPage(a: Candidate, b: Candidate): number {
  const order = a.element.compareDocumentPosition(b.element);
  return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** draw.io's viewer draws an SVG inside of the element with the source. */
function isInsideOfAnother({ element }: Candidate, all: readonly Candidate[]): boolean {
  return all.some(
    (other) =>
      other.kind === 'drawio' && other.element !== element && other.element.contains(element),
  );
}

function describe({ element, kind, source, svg, data, address }: Candidate, index: number): Found {
  const { width, height } = element.getBoundingClientRect();
  return {
    index,
    kind,
    title: titleOf(element).slice(0, FIND_LIMITS.titleChars),
    width: Math.round(width),
    height: Math.round(height),
    ...(source && source.length <= FIND_LIMITS.sourceChars && { source }),
    ...(svg && svg.length <= FIND_LIMITS.svgChars && { svg }),
    ...(data && data.length <= FIND_LIMITS.pictureBytes * 2 && { data }),
    ...(address && { address }),
  };
}

/** As many of them as may be told together. */
function limit(found: readonly Found[]): Found[] {
  let chars = 0;
  return found.filter(({ source = '', svg = '', data = '' }) => {
    const own = source.length + svg.length + data.length;
    if (chars + own > FIND_LIMITS.chars) return false;
    chars += own;
    return true;
  });
}
