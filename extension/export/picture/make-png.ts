import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { embedInPng } from '../../../shared/scene/formats/inkseal/write-inkseal.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { drawScene } from './draw-scene.ts';
import type { PlannedPicture } from './plan-pictures.ts';

/** A PNG of the burned scene; with `embeds` the scene travels in it, so that it opens again as one. */
export async function makePng(
  scene: Scene,
  picture: PlannedPicture,
  { background, embeds }: { background: boolean; embeds: boolean },
): Promise<Bytes> {
  const canvas = await drawScene(scene, picture, background);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const png = new Uint8Array(await blob.arrayBuffer());
  return embeds ? embedInPng(png, scene) : png;
}
