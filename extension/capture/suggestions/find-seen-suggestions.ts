import type { Rect } from '../region/rect.ts';
import { CollectedSuggestions } from './collect-suggestions.ts';
import type { Suggestion } from './suggestion.ts';

/** What may be redacted in a part of the window as it is seen, in CSS pixels of that part. */
export function findSeenSuggestions(part: Rect): readonly Suggestion[] {
  const found = new CollectedSuggestions();
  found.add(part, [part], new Set());
  return found.list();
}
