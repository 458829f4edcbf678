import type { Scope } from '../page/scopes.ts';
import { isEmpty, shareRect } from '../page/seen-rect.ts';
import type { Rect } from '../region/rect.ts';
import { findInPage } from './find-in-page.ts';
import type { Suggestion } from './suggestion.ts';

/** More than that nobody looks through. */
const MOST = 2000;

/** Suggestions of a picture that is made of many pieces, each counted once, in CSS pixels of the whole. */
export class CollectedSuggestions {
  readonly #found = new Map<string, Suggestion>();

  /**
   * Adds what is seen in these pieces.
   * @param origin where the whole begins now, in CSS pixels of the window
   * @param pieces of the window
   * @param moving see `findInPage`
   */
  add(
    origin: Pick<Rect, 'left' | 'top'>,
    pieces: readonly Rect[],
    moving: ReadonlySet<Element>,
    scopes?: readonly Scope[],
  ): void {
    const isSeen = (rect: Rect) => pieces.some((piece) => !isEmpty(shareRect(piece, rect)));
    try {
      for (const { kind, rect } of findInPage(isSeen, moving, scopes)) {
        if (this.#found.size >= MOST) return;
        const { left, top, width, height } = rect;
        const box = { x: left - origin.left, y: top - origin.top, width, height };
        const key = [kind, ...Object.values(box).map(Math.round)].join();
        this.#found.set(key, { kind, box });
      }
    } catch {
      // A picture without suggestions is better than none.
    }
  }

  list(): readonly Suggestion[] {
    return [...this.#found.values()];
  }
}
