import { XmlElement } from '@rgrove/parse-xml';
import { ReadError } from '../read-result.ts';
import { classesOf, nameOf } from '../xml/read-xml.ts';

/** Properties with their values, as written. */
export type Declarations = ReadonlyMap<string, string>;

interface Rule {
  /** The innermost first, with how the next one out is found: as parent, or anywhere outside. */
  readonly parts: readonly { readonly test: Test; readonly isChild: boolean }[];
  readonly weight: number;
  readonly declarations: Declarations;
}

type Test = (element: XmlElement) => boolean;

const MAX_RULES = 2000;
/** Looks at an element; a real diagram of 500 shapes takes less than one in twenty of them. */
const MAX_STEPS = 5_000_000;

/** The rules of an SVG's style sheets, as far as they are understood; others, and those in `@media`, do nothing. */
export class StyleSheet {
  readonly #rules: Rule[] = [];
  #steps = 0;

  add(css: string): void {
    const text = css.replace(/\/\*[\s\S]*?\*\//g, '').slice(0, 1_000_000);
    for (const [, selectors = '', body = ''] of withoutAtRules(text).matchAll(
      /([^{}]+)\{([^{}]*)\}/g,
    )) {
      const declarations = readDeclarations(body);
      for (const selector of selectors.split(',')) {
        const rule = readSelector(selector);
        if (rule && this.#rules.length < MAX_RULES) this.#rules.push({ ...rule, declarations });
      }
    }
    this.#rules.sort((a, b) => a.weight - b.weight);
  }

  /** What the rules say of `element`, the weightiest last. @throws {ReadError} `too-slow` */
  declarationsOf(element: XmlElement): Declarations[] {
    return this.#rules
      .filter(({ parts }) => this.#matches(element, parts, 0))
      .map(({ declarations }) => declarations);
  }

  #matches(element: XmlElement, parts: Rule['parts'], from: number): boolean {
    if (++this.#steps > MAX_STEPS) throw new ReadError('too-slow');
    const part = parts[from];
    if (!part?.test(element)) return false;
    if (from === parts.length - 1) return true;
    for (let outer = element.parent; outer instanceof XmlElement; outer = outer.parent) {
      if (this.#matches(outer, parts, from + 1)) return true;
      if (part.isChild) return false;
    }
    return false;
  }
}

/** `a: b; c: d` */
export function readDeclarations(text: string): Declarations {
  const declarations = new Map<string, string>();
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/i, '');
    declarations.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim());
  }
  return declarations;
}

/** Takes out `@media … { … }` and the like, with all that is in their braces. */
function withoutAtRules(css: string): string {
  let kept = '';
  let from = 0;
  for (let at = css.indexOf('@'); at !== -1; at = css.indexOf('@', from)) {
    kept += css.slice(from, at);
    let depth = 0;
    from = css.length;
    for (let i = at; i < css.length; i++) {
      if (css[i] === '{') depth++;
      if ((css[i] === '}' && --depth <= 0) || (css[i] === ';' && depth === 0)) {
        from = i + 1;
        break;
      }
    }
  }
  return kept + css.slice(from);
}

const COMPOUND =
  /^(\*|[\w-]+)?((?:[#.][\w-]+|:not\([#.][\w-]+\)|\[[\w-]+(?:="[^"]*"|='[^']*'|=[\w-]+)?\])*)$/;

/** Undefined for a selector that is not understood. */
function readSelector(selector: string): Omit<Rule, 'declarations'> | undefined {
  const words = selector
    .trim()
    .replace(/\s*>\s*/g, ' >')
    .split(/\s+/)
    .reverse();
  const parts = [];
  let weight = 0;
  for (const word of words) {
    const compound = COMPOUND.exec(word.replace(/^>/, ''));
    if (compound === null) return undefined;
    const [, name = '*', rest = ''] = compound;
    const simple = rest.match(/:not\([^)]*\)|[#.][\w-]+|\[[^\]]*\]/g) ?? [];
    weight += name === '*' ? 0 : 1;
    for (const one of simple) weight += one.includes('#') ? 10_000 : 100;
    const tests = simple.map(readSimple);
    const test: Test = (element) =>
      (name === '*' || nameOf(element) === name) && tests.every((each) => each(element));
    parts.push({ test, isChild: word.startsWith('>') });
  }
  return { parts, weight };
}

function readSimple(text: string): Test {
  const excluded = /^:not\((.*)\)$/.exec(text)?.[1];
  if (excluded !== undefined) {
    const test = readSimple(excluded);
    return (element) => !test(element);
  }
  const name = text.slice(1);
  if (text.startsWith('#')) return ({ attributes }) => attributes.id === name;
  if (text.startsWith('.')) return (element) => classesOf(element).includes(name);
  const [attribute = '', value] = name.slice(0, -1).split('=');
  const wanted = value?.replace(/^["']|["']$/g, '');
  return ({ attributes }) =>
    wanted === undefined ? attribute in attributes : attributes[attribute] === wanted;
}
