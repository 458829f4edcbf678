import type { Scene } from '../../../shared/scene/model/scene.ts';
import { renderScene } from '../../../shared/scene/render/render-scene.ts';
import { sceneBox } from '../../../shared/scene/render/scene-box.ts';
import { toSvgText } from '../../../shared/scene/render/to-svg-text.ts';
import { loadImage } from '../../export/picture/load-image.ts';

/** Twice what the grid shows, for dense screens. */
const MAX_WIDTH_PX = 480;
const MAX_HEIGHT_PX = 360;
const QUALITY = 0.8;

/**
 * A small picture of a burned scene, WebP; none of an empty one. Letters are in the system's fonts: at this size
 * nobody can tell.
 */
export async function drawThumbnail(burned: Scene): Promise<Blob | undefined> {
  const box = sceneBox(burned);
  if (!box || burned.elements.length === 0) return undefined;
  const embedded = await embedFiles(burned);
  const svg = renderScene(burned, { hrefOf: (fileId) => embedded.get(fileId) ?? '' });
  const scale = Math.min(1, MAX_WIDTH_PX / box.width, MAX_HEIGHT_PX / box.height);
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const drawing = await loadImage(new Blob([toSvgText(svg)], { type: 'image/svg+xml' }));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(drawing, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
}

/** An SVG that is drawn as an image may refer to nothing: its pictures must be in it. */
async function embedFiles({ files }: Scene): Promise<ReadonlyMap<string, string>> {
  const hrefs = Object.entries(files).map(async ([fileId, { bytes, mimeType }]) => {
    const href = await readAsDataUrl(new Blob([bytes], { type: mimeType }));
    return [fileId, href] as const;
  });
  return new Map(await Promise.all(hrefs));
}

function readAsDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
