import type { Scene } from '../model/scene.ts';

/** Something of the file that the scene can't hold: a plain English phrase, and how often. */
export interface Loss {
  /** As it stands in a list: `Icons of shapes`. */
  readonly what: string;
  readonly count: number;
}

/** What came of opening a file. `code` is stable; `message` is one sentence or two that say what to do. */
export type ReadResult =
  | { readonly ok: true; readonly scene: Scene; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly code: ReadErrorCode; readonly message: string };

export type ReadErrorCode = keyof typeof MESSAGES;

const MESSAGES = {
  'bad-number':
    'This file holds a position or size that is no usable number. Save it anew in the tool that made it.',
  broken: 'This file is broken or cut off. Save or download it anew and open that.',
  cancelled: 'Nothing was opened.',
  empty: 'This file is empty. Open another one.',
  'mermaid-syntax': 'Mermaid does not understand this text. Mend the line that it names.',
  'newer-version': 'This file was made by a newer Inkseal. Update Inkseal to open it.',
  'no-diagram': 'There is no diagram in this file. Open one that was saved with its source.',
  'not-loaded': 'A part of Inkseal could not be loaded. Reload this page and try again.',
  'picture-too-large':
    'This picture has too many pixels to be opened safely. Make it smaller and open that.',
  'too-deep': 'This file is nested too deeply to be opened safely. Simplify it and open that.',
  'too-large': 'This file is too large to be opened safely. Split it and open the parts.',
  'too-many-elements':
    'This file holds too many elements to be opened safely. Split it and open the parts.',
  'too-slow': 'This took too long and was stopped. Split it into smaller diagrams.',
  'unknown-type':
    'Inkseal can’t read this kind of file. Open a picture, or an Inkseal, Excalidraw, draw.io, Mermaid or SVG file.',
  'unsafe-content':
    'This file holds what only an attack needs, and was not opened. Ask who gave it to you.',
} as const;

/** Thrown inside a reader, and made a result by `toFailure`. */
export class ReadError extends Error {
  readonly code: ReadErrorCode;

  /** `detail` is what the sentence of `code` can't know, like the line of a mistake. */
  constructor(code: ReadErrorCode, detail?: string) {
    super(detail === undefined ? MESSAGES[code] : `${MESSAGES[code]} (${detail})`);
    this.code = code;
  }
}

/** A result for what was thrown; whatever is not a `ReadError` comes from a file that no tool would write. */
export function toFailure(error: unknown): Extract<ReadResult, { ok: false }> {
  const { code, message } = error instanceof ReadError ? error : new ReadError('broken');
  return { ok: false, code, message };
}

/** Collects losses, the same ones as one with a count. */
export class LossList {
  readonly #counts = new Map<string, number>();

  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  toArray(): Loss[] {
    return Array.from(this.#counts, ([what, count]) => ({ what, count }));
  }
}
