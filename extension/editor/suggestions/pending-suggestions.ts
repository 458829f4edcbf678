import { intersectBoxes } from '../../../shared/scene/geometry/box.ts';
import type { Box, ImageElement } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { areaOf, subtract } from '../../../shared/scene/redaction/convex.ts';
import {
  type Cover,
  coversByElement,
  turnedCorners,
} from '../../../shared/scene/redaction/cover.ts';
import { placeOfPixels } from '../../../shared/scene/redaction/picture-pixels.ts';
import { SUGGESTION_KINDS, type SuggestionKind } from '../../capture/suggestions/suggestion.ts';
import type { PicturePart, PictureSuggestion } from './picture-suggestion.ts';

/** A suggestion of which something is seen, and where. */
export interface PendingSuggestion {
  readonly suggestion: PictureSuggestion;
  readonly places: readonly Place[];
}

/** A box of the scene that is turned about its middle by `angle`, in radians. */
export interface Place extends Box {
  readonly angle: number;
}

/** So much of a place may be seen through what covers it: what rounding leaves. */
const SEEN_THROUGH = 1e-3;

/**
 * The suggestions of which something is seen in the scene: a picture shows it, wherever that was moved, turned,
 * resized, cropped or cut to, and nothing covers it there.
 */
export function pendingSuggestions(
  suggestions: readonly PictureSuggestion[],
  scene: Scene,
): readonly PendingSuggestion[] {
  const fileIds = new Set(suggestions.flatMap(({ parts }) => parts.map(({ fileId }) => fileId)));
  const elements = scene.elements.filter(
    (one) => one.type === 'redaction' || (one.type === 'image' && fileIds.has(one.fileId)),
  );
  const covers = coversByElement({ ...scene, elements });
  const shown = elements.flatMap((image, i) =>
    image.type === 'image' ? [{ image, covers: covers[i] ?? [] }] : [],
  );
  return suggestions
    .map((suggestion) => ({
      suggestion,
      places: suggestion.parts.flatMap((part) =>
        shown.flatMap(({ image, covers }) => {
          const place = placeOf(part, image, scene);
          return place === null || isCovered(place, covers) ? [] : [place];
        }),
      ),
    }))
    .filter(({ places }) => places.length > 0);
}

function placeOf(part: PicturePart, image: ImageElement, { files }: Scene): Place | null {
  const file = files[part.fileId];
  if (file === undefined || image.fileId !== part.fileId) return null;
  const whole = image.crop ?? { x: 0, y: 0, width: file.width, height: file.height };
  const seen = intersectBoxes(part.box, whole);
  return seen && { ...placeOfPixels(seen, image, file), angle: image.angle };
}

function isCovered(place: Place, covers: readonly Cover[]): boolean {
  const outline = turnedCorners(place, place.angle);
  const seen = subtract(
    outline,
    covers.map(({ area }) => area),
  );
  return seen.reduce((sum, piece) => sum + areaOf(piece), 0) <= areaOf(outline) * SEEN_THROUGH;
}

/** By kind, those kinds that there are. */
export function groupByKind(
  pending: readonly PendingSuggestion[],
): readonly (readonly [SuggestionKind, readonly PendingSuggestion[]])[] {
  return SUGGESTION_KINDS.map(
    (kind) => [kind, pending.filter(({ suggestion }) => suggestion.kind === kind)] as const,
  ).filter(([, found]) => found.length > 0);
}
