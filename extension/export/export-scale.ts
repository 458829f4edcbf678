import type { Scene } from '../../shared/scene/model/scene.ts';
import { ownDensity } from './export-box.ts';

/** Pixels to a scene unit that can be chosen. */
export const SCALES = [1, 2, 3] as const;

/** The scale that is chosen first: one at which a capture loses no pixels. */
export function defaultScale(scene: Scene): number {
  const density = ownDensity(scene);
  return SCALES.find((scale) => scale >= density - 0.01) ?? SCALES[2];
}

/** The scale at which a shared capture is pixel by pixel what was taken; drawings have one pixel to a unit at least. */
export function keptScale(scene: Scene): number {
  return Math.min(Math.max(1, ownDensity(scene)), SCALES[2]);
}
