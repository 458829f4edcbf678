/* What the script in a page tells of the diagrams in it: plain data, checked before anything is done with it. */

export const KINDS = [
  'mermaid',
  'drawio',
  'excalidraw',
  'plantuml',
  'graphviz',
  'svg',
  'canvas',
  'picture',
] as const;

export type FoundKind = (typeof KINDS)[number];

export interface Found {
  /** Its place in the list that the script in the page keeps, for its pixels to be taken. */
  readonly index: number;
  readonly kind: FoundKind;
  /** What the page calls it, or nothing. */
  readonly title: string;
  /** As it is seen, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The diagram's own text: Mermaid, PlantUML, XML of draw.io. */
  readonly source?: string;
  /** As it is drawn, with all that the page's styles say of it. */
  readonly svg?: string;
  /** A picture's bytes as a `data:` address. */
  readonly data?: string;
  /** Where a picture comes from, whose bytes the page itself may not read. */
  readonly address?: string;
}

export interface FoundList {
  readonly found: readonly Found[];
  /** How many more there are than are listed. */
  readonly more: number;
}

/** What one page may say of itself. */
export const FIND_LIMITS = {
  found: 60,
  titleChars: 120,
  sourceChars: 1_000_000,
  svgChars: 4_000_000,
  pictureBytes: 8 * 2 ** 20,
  /** Of all texts and pictures. */
  chars: 32 * 2 ** 20,
} as const;

/** `value` as a list, each part within limits; undefined where the script in the page said something else. */
export function readFoundList(value: unknown): FoundList | undefined {
  if (!isRecord(value) || !Array.isArray(value.found) || !isCount(value.more)) return undefined;
  if (value.found.length > FIND_LIMITS.found || !value.found.every(isFound)) return undefined;
  return { found: value.found, more: value.more };
}

function isFound(value: unknown): value is Found {
  return (
    isRecord(value) &&
    isCount(value.index) &&
    (KINDS as readonly unknown[]).includes(value.kind) &&
    isText(value.title, FIND_LIMITS.titleChars) &&
    isCount(value.width) &&
    isCount(value.height) &&
    isTextOrNone(value.source, FIND_LIMITS.sourceChars) &&
    isTextOrNone(value.svg, FIND_LIMITS.svgChars) &&
    isTextOrNone(value.data, FIND_LIMITS.pictureBytes * 2) &&
    (value.data === undefined || /^data:image\/[\w.+-]+[;,]/.test(`${value.data}`)) &&
    isTextOrNone(value.address, 64_000) &&
    (value.address === undefined || /^https?:/.test(`${value.address}`))
  );
}

function isTextOrNone(value: unknown, most: number): boolean {
  return value === undefined || isText(value, most);
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
