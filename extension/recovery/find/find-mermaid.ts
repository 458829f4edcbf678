import { type Candidate, isLargeEnough } from './candidate.ts';
import { mermaidKind } from './mermaid-kind.ts';
import { writeSvg } from './write-svg.ts';

/** Where pages that use Mermaid keep the text: before it is drawn, or beside what was drawn. */
const SOURCES = [
  '.mermaid',
  '.language-mermaid',
  '.lang-mermaid',
  '.highlight-source-mermaid',
  '[lang="mermaid"]',
  '[data-lang="mermaid"]',
  '[data-language="mermaid"]',
  'script[type="text/x-mermaid"]',
  'script[type="text/mermaid"]',
].join(',');

/** Attributes in which pages keep it. */
const ATTRIBUTES = [
  'data-mermaid',
  'data-mermaid-source',
  'data-mermaid-src',
  'data-source',
  'data-src',
  'data-code',
  'data-content',
  'data-chart',
  'data-diagram',
  'data-definition',
  'data-graph-definition',
  'data-original',
  'data-original-code',
  'data-raw',
];
const HAS_ATTRIBUTE = ATTRIBUTES.map((name) => `[${name}]`).join(',');

const DRAWN = 'svg[aria-roledescription], svg[id^="mermaid"]';
/** How far out of a drawing its text is looked for. */
const LEVELS = 4;

/** Mermaid's diagrams: each drawing with its text where the page still has it, and texts that were not drawn. */
export function findMermaid(root: ParentNode): Candidate[] {
  const texts = new Map<Element, string>();
  for (const element of root.querySelectorAll(`${SOURCES},${HAS_ATTRIBUTE}`)) {
    const source = readSource(element);
    if (source !== undefined && !isInsideOf(element, texts)) texts.set(element, source);
  }
  const drawn = [...root.querySelectorAll<SVGSVGElement>(DRAWN)]
    .filter((svg) => isMermaid(svg) && isLargeEnough(svg))
    .map((svg): Candidate => {
      const element = findSource(svg, texts);
      const source = element && texts.get(element);
      if (element) texts.delete(element);
      return { kind: 'mermaid', element: svg, svg: writeSvg(svg), ...(source && { source }) };
    });
  const undrawn = Array.from(texts, ([element, source]): Candidate => {
    return { kind: 'mermaid', element, source };
  });
  return [...drawn, ...undrawn];
}

export function isMermaid(svg: Element): boolean {
  if (/^(mermaid|my-svg)/.test(svg.id)) return true;
  const role = svg.getAttribute('aria-roledescription') ?? '';
  return /^(flowchart|sequence|class|state|er$|gantt|pie|journey|gitGraph|mindmap|timeline)/.test(
    role,
  );
}

function readSource(element: Element): string | undefined {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value && mermaidKind(value)) return value;
  }
  if (!element.matches(SOURCES) || element.querySelector('svg')) return undefined;
  const text = element.textContent ?? '';
  return mermaidKind(text) ? text : undefined;
}

/** A `code` in a `pre` that both say that they are Mermaid is one. */
function isInsideOf(element: Element, texts: ReadonlyMap<Element, string>): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (texts.has(at)) return true;
  return false;
}

/** The element with the text of this drawing: around it, or beside what is around it. */
function findSource(svg: Element, texts: ReadonlyMap<Element, string>): Element | undefined {
  let at: Element | null = svg;
  for (let level = 0; at && level < LEVELS; level++) {
    if (texts.has(at)) return at;
    for (const beside of [at.previousElementSibling, at.nextElementSibling]) {
      if (!beside || beside.querySelector(DRAWN)) continue;
      const inside = [...texts].find(
        ([text, source]) => beside.contains(text) && fits(svg, source),
      );
      if (inside) return inside[0];
    }
    at = at.parentElement;
    // A parent that holds other drawings too says nothing of this one.
    if (at && at.querySelectorAll(DRAWN).length > 1) return texts.has(at) ? at : undefined;
  }
  return undefined;
}

/** Whether a drawing may be of this text: they are of one kind. */
function fits(svg: Element, source: string): boolean {
  const role = svg.getAttribute('aria-roledescription')?.toLowerCase();
  return role === undefined || role.startsWith(mermaidKind(source) ?? '');
}
