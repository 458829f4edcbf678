import type { Box } from '../../model/element.ts';
import type { SceneFile } from '../../model/scene.ts';
import { isRecord } from '../json-text.ts';
import { readNumber } from './raw-element.ts';

/** Excalidraw's crop, whose measure is a natural size of its own, in the picture's own pixels. */
export function toSceneCrop(raw: unknown, file: SceneFile): Box | null {
  if (!isRecord(raw)) return null;
  const across = file.width / (readNumber(raw, 'naturalWidth', file.width) || file.width);
  const down = file.height / (readNumber(raw, 'naturalHeight', file.height) || file.height);
  const crop = {
    x: readNumber(raw, 'x', 0) * across,
    y: readNumber(raw, 'y', 0) * down,
    width: readNumber(raw, 'width', 0) * across,
    height: readNumber(raw, 'height', 0) * down,
  };
  return crop.width > 0 && crop.height > 0 ? crop : null;
}

export function fromSceneCrop(crop: Box | null, file: SceneFile | undefined) {
  return (
    crop && {
      ...crop,
      naturalWidth: file?.width ?? crop.width,
      naturalHeight: file?.height ?? crop.height,
    }
  );
}
