import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { READ_LIMITS } from '../read-limits.ts';
import { ReadError } from '../read-result.ts';

/**
 * Parses XML of a stranger. Depth and number of tags are counted before anything is built, and no entity is ever
 * expanded: a document that declares one is refused.
 *
 * @returns the root, with comments and processing instructions kept
 * @throws {ReadError} `broken`, `too-large`, `too-deep`, `too-many-elements`, `unsafe-content`
 */
export function readXml(text: string): XmlElement {
  if (text.length > READ_LIMITS.textBytes) throw new ReadError('too-large');
  checkTags(text);
  let root: XmlElement | null;
  try {
    // A comment before the root may hold a diagram's source: the document is reached through the root's parent.
    root = parseXml(text, { preserveComments: true, resolveUndefinedEntity: readHtmlEntity }).root;
  } catch {
    throw new ReadError('broken');
  }
  if (root === null) throw new ReadError('broken');
  return root;
}

/** What is not a tag, and how it ends. */
const OTHERS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const MAX_TAGS = 500_000;

function checkTags(text: string): void {
  let depth = 0;
  let tags = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const other = OTHERS.find(([start]) => text.startsWith(start, at));
    if (other) {
      const end = text.indexOf(other[1], at + other[0].length);
      if (end === -1) throw new ReadError('broken');
      at = end + other[1].length;
      continue;
    }
    const end = endOfTag(text, at);
    if (text.startsWith('<!', at)) {
      if (/<!(ENTITY|ELEMENT|ATTLIST|NOTATION)|\[/i.test(text.slice(at, end))) {
        throw new ReadError('unsafe-content', 'it declares entities');
      }
    } else if (text[at + 1] === '/') {
      depth--;
    } else {
      if (++tags > MAX_TAGS) throw new ReadError('too-many-elements');
      if (text[end - 1] !== '/' && ++depth > READ_LIMITS.depth) throw new ReadError('too-deep');
    }
    at = end + 1;
  }
}

/** Index of the `>` that ends the tag which begins at `start`. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let i = start + 1; i < text.length; i++) {
    const letter = text[i] as string;
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") {
      quote = letter;
    } else if (letter === '>') {
      return i;
    }
  }
  throw new ReadError('broken');
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&copy;': '©',
  '&hellip;': '…',
  '&ndash;': '–',
  '&mdash;': '—',
  '&laquo;': '«',
  '&raquo;': '»',
};

/** Those that HTML's own serialisation leaves in an SVG, or that people write by hand. */
function readHtmlEntity(entity: string): string | undefined {
  return Object.hasOwn(HTML_ENTITIES, entity) ? HTML_ENTITIES[entity] : undefined;
}

/** The tags directly inside of `element`. */
export function tagsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

/** Its name without a prefix: `svg:rect` is `rect`. */
export function nameOf({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `element` and all tags inside of it that `isWanted`, in document order. */
export function findTags(
  element: XmlElement,
  isWanted: (tag: XmlElement) => boolean,
): XmlElement[] {
  const inner = tagsIn(element).flatMap((child) => findTags(child, isWanted));
  return isWanted(element) ? [element, ...inner] : inner;
}

export function classesOf({ attributes }: XmlElement): string[] {
  return (attributes.class ?? '').split(/\s+/).filter((name) => name !== '');
}
