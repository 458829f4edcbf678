import type { Scene } from '../../shared/scene/model/scene.ts';
import { ownDensity } from './export-box.ts';

/** Pixels to a scene unit that can be chosen. */
export const SCALES = [1, 2, 3] as const;

/** The scale at which a capture keeps all its pixels. */
export function defaultScale(scene: Scene): number {
  const density = ownDensity(scene);
  return SCALES.find((scale) => scale >= density - 0.01) ?? SCALES[2];
}
