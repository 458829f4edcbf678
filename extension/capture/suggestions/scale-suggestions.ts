import type { Box } from '../../../shared/scene/model/element.ts';
import type { Rect } from '../region/rect.ts';
import type { Suggestion } from './suggestion.ts';

interface Part {
  readonly box: Box;
}

/**
 * Brings boxes from CSS pixels into the picture's own, rounded outwards, and cuts them to it.
 * @param tiles all parts of the picture; what lies in none of them is left out
 */
export function scaleSuggestions(
  suggestions: readonly Suggestion[],
  scale: number,
  tiles: readonly Part[],
): readonly Suggestion[] {
  const right = Math.max(0, ...tiles.map(({ box }) => box.x + box.width));
  const bottom = Math.max(0, ...tiles.map(({ box }) => box.y + box.height));
  return suggestions.flatMap(({ kind, box }) => {
    const x = Math.max(0, Math.floor(box.x * scale));
    const y = Math.max(0, Math.floor(box.y * scale));
    const width = Math.min(right, Math.ceil((box.x + box.width) * scale)) - x;
    const height = Math.min(bottom, Math.ceil((box.y + box.height) * scale)) - y;
    return width > 0 && height > 0 ? [{ kind, box: { x, y, width, height } }] : [];
  });
}

/** Those that lie in a part of the picture, seen from its corner; boxes in the same pixels as the part. */
export function cutSuggestions(
  suggestions: readonly Suggestion[],
  { left, top, width, height }: Rect,
): readonly Suggestion[] {
  return suggestions
    .map(({ kind, box }) => ({ kind, box: { ...box, x: box.x - left, y: box.y - top } }))
    .filter(({ box }) => {
      const isBeside = box.x >= width || box.x + box.width <= 0;
      return !isBeside && box.y < height && box.y + box.height > 0;
    });
}
