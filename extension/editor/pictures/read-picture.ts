import type { SceneFile } from '../../../shared/scene/model/scene.ts';

const MIME_TYPES: readonly SceneFile['mimeType'][] = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/svg+xml',
];

/** More than this is no screenshot, and would not be drawn by the browser either. */
const MOST_PIXELS = 268_435_456;

export interface ReadPicture {
  readonly fileId: string;
  readonly file: SceneFile;
}

/** A picture as a file of a scene, or null where it is none that the browser can draw. */
export async function readPicture(data: Blob): Promise<ReadPicture | null> {
  const mimeType = MIME_TYPES.find((type) => type === data.type);
  if (mimeType === undefined) return null;
  const size = await measurePicture(data);
  if (size === null || size.width * size.height > MOST_PIXELS) return null;
  const bytes = new Uint8Array(await data.arrayBuffer());
  return { fileId: crypto.randomUUID(), file: { mimeType, bytes, ...size } };
}

/** Through `<img>`, which runs no script of an SVG and loads nothing for it. */
async function measurePicture(data: Blob): Promise<{ width: number; height: number } | null> {
  const url = URL.createObjectURL(data);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
