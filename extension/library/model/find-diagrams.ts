import { foldersWithin } from '../folders.ts';
import type { Diagram, Folder, FolderId } from './diagram.ts';

/** What of the library is looked at. */
export type Place =
  | { readonly name: 'all' | 'bin' }
  | { readonly name: 'folder'; readonly id: FolderId };

export const SORTS = ['savedAt', 'name', 'createdAt', 'size'] as const;
export type Sort = (typeof SORTS)[number];

/** What things are looked for. */
export const KINDS = ['all', 'diagram', 'secret', 'file'] as const;
export type Kind = (typeof KINDS)[number];

export interface Search {
  readonly place: Place;
  readonly kind: Kind;
  /** Words that must all be found in the name, a tag or the text of a diagram. */
  readonly words: string;
  /** Of these a diagram must have every one. */
  readonly tags: readonly string[];
  readonly sort: Sort;
}

export interface Found {
  readonly diagram: Diagram;
  /** The line of the diagram's text that has a word in it, where the name and the tags have not all of them. */
  readonly line?: string;
}

/** What is found, in the order that is asked for; where words are sought, names before tags before texts. */
export function findDiagrams(
  diagrams: readonly Diagram[],
  folders: readonly Folder[],
  { place, kind, words, tags, sort }: Search,
): readonly Found[] {
  const sought = fold(words).split(/\s+/u).filter(Boolean);
  const isThere = standsIn(place, folders);
  const found = diagrams
    .filter((diagram) => isThere(diagram) && isOfKind(diagram, kind))
    .filter((diagram) => tags.every((tag) => diagram.tags.includes(tag)))
    .map((diagram) => ({ diagram, match: matchWords(diagram, sought) }))
    .filter(({ match }) => match !== undefined);
  found.sort((a, b) => rankOf(a.match) - rankOf(b.match) || COMPARE[sort](a.diagram, b.diagram));
  return found.map(({ diagram, match }) =>
    match?.line === undefined ? { diagram } : { diagram, line: match.line },
  );
}

/** How often each tag is used in a place, in the order of the alphabet. */
export function countTags(
  diagrams: readonly Diagram[],
  folders: readonly Folder[],
  place: Place,
): readonly (readonly [tag: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { tags } of diagrams.filter(standsIn(place, folders))) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

/** Bytes of a diagram with all its versions, before sealing. */
export function diagramBytes({ versions, parts }: Diagram): number {
  const sum = (sizes: readonly { bytes: number }[]) =>
    sizes.reduce((total, { bytes }) => total + bytes, 0);
  return sum(versions) + sum(parts);
}

function standsIn(place: Place, folders: readonly Folder[]): (diagram: Diagram) => boolean {
  if (place.name !== 'folder') {
    const isBin = place.name === 'bin';
    return ({ binnedAt }) => (binnedAt !== null) === isBin;
  }
  const within = foldersWithin(folders, place.id);
  return ({ binnedAt, folderId }) => binnedAt === null && folderId !== null && within.has(folderId);
}

function isOfKind(diagram: Diagram, kind: Kind): boolean {
  return kind === 'all' || (diagram.kind ?? 'diagram') === kind;
}

interface Match {
  /** 0 all in the name, 1 also in tags, 2 also in the text. */
  readonly rank: number;
  readonly line?: string;
}

const rankOf = (match: Match | undefined) => match?.rank ?? 0;

function matchWords(diagram: Diagram, sought: readonly string[]): Match | undefined {
  if (sought.length === 0) return { rank: 0 };
  const name = fold(diagram.name);
  const tags = fold(diagram.tags.join('\n'));
  const missing = sought.filter((word) => !name.includes(word));
  if (missing.length === 0) return { rank: 0 };
  const untagged = missing.filter((word) => !tags.includes(word));
  const [first] = untagged;
  if (first === undefined) return { rank: 1 };
  const text = fold(diagram.text);
  if (!untagged.every((word) => text.includes(word))) return undefined;
  const line = diagram.text.split('\n').find((it) => fold(it).includes(first));
  return { rank: 2, ...(line === undefined ? {} : { line }) };
}

/** Without case and accents, as people search. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

const COMPARE: Readonly<Record<Sort, (a: Diagram, b: Diagram) => number>> = {
  savedAt: (a, b) => b.savedAt - a.savedAt,
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
  createdAt: (a, b) => b.createdAt - a.createdAt,
  size: (a, b) => diagramBytes(b) - diagramBytes(a),
};
