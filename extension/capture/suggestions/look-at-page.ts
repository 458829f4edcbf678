import type { Viewport } from '../region/rect.ts';
import { findSeenSuggestions } from './find-seen-suggestions.ts';
import type { Suggestion } from './suggestion.ts';

/** What a page tells of what is seen of it. */
export interface PageLook {
  readonly viewport: Viewport;
  /** With boxes in CSS pixels of the window. */
  readonly suggestions: readonly Suggestion[];
}

export function lookAtPage(): PageLook {
  const whole = { left: 0, top: 0, width: innerWidth, height: innerHeight };
  // Two fingers that zoomed in have moved all things.
  const isPinched = (visualViewport?.scale ?? 1) !== 1;
  return {
    viewport: { width: innerWidth, height: innerHeight, scale: devicePixelRatio },
    suggestions: isPinched ? [] : findSeenSuggestions(whole),
  };
}
