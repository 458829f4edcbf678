import type { Scene } from '../../../shared/scene/model/scene.ts';
import { exportBox } from '../export-box.ts';
import { drawScene } from './draw-scene.ts';

const SIDE_PX = 480;
const MAX_SCALE = 2;

/** A small picture of a burned scene, for lists; none of an empty one. */
export async function drawThumbnail(burned: Scene): Promise<Blob | undefined> {
  const whole = exportBox(burned);
  if (!whole) return undefined;
  // Of a tall page its beginning tells more than a thin strip.
  const box = { ...whole, height: Math.min(whole.height, whole.width * 1.5) };
  const scale = Math.min(MAX_SCALE, SIDE_PX / Math.max(box.width, box.height));
  const canvas = await drawScene(burned, { box, scale }, true);
  return canvas.convertToBlob({ type: 'image/png' });
}
