import { FIND_LIMITS } from '../found.ts';

/** What readers of SVG understand, and which of it goes on to what is inside. */
const PROPERTIES: readonly {
  readonly name: string;
  readonly goesOn: boolean;
  readonly usual: string;
}[] = [
  { name: 'fill', goesOn: true, usual: 'rgb(0, 0, 0)' },
  { name: 'stroke', goesOn: true, usual: 'none' },
  { name: 'stroke-width', goesOn: true, usual: '1px' },
  { name: 'stroke-dasharray', goesOn: true, usual: 'none' },
  { name: 'fill-opacity', goesOn: true, usual: '1' },
  { name: 'stroke-opacity', goesOn: true, usual: '1' },
  { name: 'color', goesOn: true, usual: '' },
  { name: 'font-size', goesOn: true, usual: '' },
  { name: 'font-family', goesOn: true, usual: '' },
  { name: 'text-anchor', goesOn: true, usual: 'start' },
  { name: 'text-align', goesOn: true, usual: 'start' },
  { name: 'dominant-baseline', goesOn: true, usual: 'auto' },
  { name: 'marker-start', goesOn: true, usual: 'none' },
  { name: 'marker-end', goesOn: true, usual: 'none' },
  { name: 'visibility', goesOn: true, usual: 'visible' },
  { name: 'opacity', goesOn: false, usual: '1' },
  { name: 'filter', goesOn: false, usual: 'none' },
  { name: 'clip-path', goesOn: false, usual: 'none' },
  { name: 'mask', goesOn: false, usual: 'none' },
  { name: 'stop-color', goesOn: false, usual: 'rgb(0, 0, 0)' },
];

const SVG = 'http://www.w3.org/2000/svg';

/** Above this, computing styles would be felt; the SVG then goes without those of the page. */
const MAX_STYLED = 8000;

/**
 * A drawing of the page as an SVG that stands alone: its size as seen, with the styles that the page gives it and
 * what it refers to elsewhere in the page. Empty where it would be too long.
 */
export function writeSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  const styled = originals.length <= MAX_STYLED;
  if (styled) {
    originals.forEach((original, i) => {
      const parent = i === 0 ? null : original.parentElement;
      copyStyle(original, copies[i] as Element, parent);
    });
  }
  for (const element of copy.querySelectorAll(styled ? 'script, style' : 'script'))
    element.remove();
  bringDefinitions(svg, copy);
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('width', `${Math.round(width)}`);
  copy.setAttribute('height', `${Math.round(height)}`);
  copy.removeAttribute('style');
  const text = new XMLSerializer().serializeToString(copy);
  return text.length <= FIND_LIMITS.svgChars ? text : '';
}

function copyStyle(original: Element, copy: Element, parent: Element | null): void {
  const own = getComputedStyle(original);
  const outer = parent && getComputedStyle(parent);
  const set: string[] = [];
  // What is hidden stays so; all else of `display` means nothing in SVG.
  if (own.display === 'none' && !isDefinition(original)) set.push('display:none');
  for (const { name, goesOn, usual } of PROPERTIES) {
    const value = own.getPropertyValue(name);
    const given = goesOn && outer ? outer.getPropertyValue(name) : usual;
    // An attribute of its own is weaker than `style`, and must not win where the page's styles say otherwise.
    if (value !== '' && (value !== given || copy.hasAttribute(name))) set.push(`${name}:${value}`);
  }
  copy.removeAttribute('style');
  if (set.length > 0) copy.setAttribute('style', set.join(';'));
  const isMoved = own.transform !== 'none' && !original.hasAttribute('transform');
  const isSvg = original.namespaceURI === SVG;
  if (isMoved && isSvg && parent && own.transform.startsWith('matrix(')) {
    copy.setAttribute('transform', own.transform);
  }
}

/** Definitions are not displayed by themselves, and yet are not hidden. */
function isDefinition(element: Element): boolean {
  return /^(defs|symbol|marker|linearGradient|radialGradient|stop|clipPath|mask|pattern|filter|style|title|desc|metadata|script)$/.test(
    element.localName,
  );
}

/** Copies symbols, gradients and markers that stand elsewhere in the page. */
function bringDefinitions(svg: SVGSVGElement, copy: SVGSVGElement): void {
  const root = svg.getRootNode() as Document | ShadowRoot;
  const wanted = new Set<string>();
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const { value } of element.attributes) {
      for (const [, id = ''] of value.matchAll(/url\(["']?#([^"')]+)["']?\)/g)) wanted.add(id);
    }
    const href = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
    if (element.localName === 'use' && href.startsWith('#')) wanted.add(href.slice(1));
  }
  const definitions = document.createElementNS(SVG, 'defs');
  for (const id of wanted) {
    const target = root.getElementById(id);
    if (target && !svg.contains(target)) definitions.append(target.cloneNode(true));
  }
  if (definitions.childElementCount > 0) copy.prepend(definitions);
}
