import { intersectBoxes } from '../../../shared/scene/geometry/box.ts';
import type { Box } from '../../../shared/scene/model/element.ts';
import type { SceneFile } from '../../../shared/scene/model/scene.ts';
import type { Suggestion, SuggestionKind } from '../../capture/suggestions/suggestion.ts';

/** Where something is that may be redacted: pixels of pictures, wherever in the scene these are shown. */
export interface PictureSuggestion {
  readonly kind: SuggestionKind;
  /** One, but where it lies across tiles of a capture. */
  readonly parts: readonly PicturePart[];
}

export interface PicturePart {
  readonly fileId: string;
  /** In the file's own pixels. */
  readonly box: Box;
}

/** A file that shows a capture, or one tile of it. */
export interface CapturedFile {
  readonly fileId: string;
  readonly file: Pick<SceneFile, 'width' | 'height'>;
  /** Its place in the whole capture, in the capture's pixels. */
  readonly place: Box;
}

/** The suggestion as parts of the files that it lies in. */
export function partsOf(
  { kind, box }: Suggestion,
  captured: readonly CapturedFile[],
): PictureSuggestion {
  const parts = captured.flatMap(({ fileId, file, place }) => {
    const part = intersectBoxes(box, place);
    if (part === null) return [];
    const [across, down] = [file.width / place.width, file.height / place.height];
    const own: Box = {
      x: (part.x - place.x) * across,
      y: (part.y - place.y) * down,
      width: part.width * across,
      height: part.height * down,
    };
    return [{ fileId, box: own }];
  });
  return { kind, parts };
}
