import type { Box, ImageElement } from '../../../shared/scene/model/element.ts';
import type { SceneFile } from '../../../shared/scene/model/scene.ts';
import { isBarePicture } from '../../../shared/scene/redaction/bare-picture.ts';
import type { Cover } from '../../../shared/scene/redaction/cover.ts';
import {
  hiddenRuns,
  type PixelRun,
  placeOfPixels,
  seenPixels,
  toPixels,
} from '../../../shared/scene/redaction/picture-pixels.ts';
import { drawSvg } from './draw-svg.ts';

export interface BurnedPicture {
  readonly image: ImageElement;
  readonly file: SceneFile;
}

interface HiddenArea extends Pick<Cover, 'kind' | 'color'> {
  readonly runs: readonly PixelRun[];
}

const JPEG_QUALITY = 0.92;
/** How many versions of a picture are remembered, so that saving again burns nothing anew. */
const REMEMBERED = 4;
const burned = new WeakMap<SceneFile, { key: string; picture: BurnedPicture | undefined }[]>();

/**
 * The picture that `image` shows with nothing of its bytes but what is seen: cropped, covered and retold by
 * drawing it anew, under a new name. Itself where there is nothing to hide; undefined where nothing is seen.
 *
 * @throws {DOMException} where the browser can't decode the picture
 */
export async function burnPicture(
  image: ImageElement,
  file: SceneFile,
  covers: readonly Cover[],
  crop: Box | null,
): Promise<BurnedPicture | undefined> {
  const key = JSON.stringify([image, covers, crop]);
  const known = burned.get(file) ?? [];
  const found = known.find((entry) => entry.key === key);
  if (found) return found.picture;
  const picture = await burnAnew(image, file, covers, crop);
  burned.set(file, [...known.slice(1 - REMEMBERED), { key, picture }]);
  return picture;
}

async function burnAnew(
  image: ImageElement,
  file: SceneFile,
  covers: readonly Cover[],
  crop: Box | null,
): Promise<BurnedPicture | undefined> {
  const seen = seenPixels(image, file, crop);
  if (!seen) return undefined;
  const areas = covers
    .map(({ area, kind, color }): HiddenArea => {
      return { kind, color, runs: hiddenRuns(toPixels(area, image, file), kind, file) };
    })
    .filter(({ runs }) => runs.length > 0);
  const isWhole = seen.width === file.width && seen.height === file.height;
  if (areas.length === 0 && isWhole && isBarePicture(file)) return { image, file };
  if (file.mimeType === 'image/svg+xml') {
    const drawn = await drawSvg(image, file);
    return burnAnew(drawn.image, drawn.file, covers, crop);
  }
  const canvas = new OffscreenCanvas(file.width, file.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas');
  const bitmap = await createImageBitmap(new Blob([file.bytes], { type: file.mimeType }));
  context.drawImage(bitmap, 0, 0, file.width, file.height);
  bitmap.close();
  const isJpeg = file.mimeType === 'image/jpeg';
  hideAreas(context, areas, isJpeg);
  if (isAllHidden(areas, seen)) return undefined;
  return {
    image: {
      ...image,
      ...placeOfPixels(seen, image, file),
      fileId: crypto.randomUUID(),
      crop: null,
    },
    file: await encode(canvas, seen, isJpeg ? 'image/jpeg' : 'image/png'),
  };
}

function hideAreas(
  context: OffscreenCanvasRenderingContext2D,
  areas: readonly HiddenArea[],
  isOpaque: boolean,
): void {
  for (const { kind, color, runs } of areas) {
    context.fillStyle = color;
    for (const { y, from, to } of runs) {
      if (kind === 'crop' && !isOpaque) context.clearRect(from, y, to - from, 1);
      else context.fillRect(from, y, to - from, 1);
    }
  }
}

function isAllHidden(areas: readonly HiddenArea[], seen: Box): boolean {
  const hidden = new Uint8Array(seen.width * seen.height);
  for (const { runs } of areas) {
    for (const { y, from, to } of runs) {
      const row = y - seen.y;
      if (row < 0 || row >= seen.height) continue;
      const start = row * seen.width;
      hidden.fill(
        1,
        start + Math.max(0, from - seen.x),
        start + Math.max(0, Math.min(seen.width, to - seen.x)),
      );
    }
  }
  return !hidden.includes(0);
}

/** The pixels `part` of the canvas as a picture of their own. */
async function encode(
  canvas: OffscreenCanvas,
  part: Box,
  mimeType: 'image/jpeg' | 'image/png',
): Promise<SceneFile> {
  const { x, y, width, height } = part;
  const own = new OffscreenCanvas(width, height);
  own.getContext('2d')?.drawImage(canvas, -x, -y);
  const blob = await own.convertToBlob({ type: mimeType, quality: JPEG_QUALITY });
  return { mimeType, bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
}
