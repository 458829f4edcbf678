import type { Box, ImageElement } from '../../model/element.ts';
import type { Scene } from '../../model/scene.ts';
import { type Band, type Extent, extentAcross, withExtent } from './band.ts';

/** The parts of an upright image before and behind the band, each with its crop, the gap closed. */
export function cutImage(
  scene: Scene,
  image: ImageElement,
  band: Band,
): readonly [ImageElement?, ImageElement?] {
  const { low, high } = extentAcross(image, band);
  const gap = band.end - band.start;
  const before = partOf(scene, image, band, { low, high: band.start }, 0);
  const behind = partOf(scene, image, band, { low: band.end, high }, -gap);
  const parts = [before, behind].filter((part) => part !== null);
  return [parts[0], parts[1]].filter((part) => part !== undefined) as [
    ImageElement?,
    ImageElement?,
  ];
}

function partOf(
  scene: Scene,
  image: ImageElement,
  band: Band,
  shown: Extent,
  shift: number,
): ImageElement | null {
  if (shown.high <= shown.low) return null;
  const file = scene.files[image.fileId];
  const whole: Box = image.crop ?? {
    x: 0,
    y: 0,
    width: file?.width ?? 0,
    height: file?.height ?? 0,
  };
  const { low, high } = extentAcross(image, band);
  const source = extentAcross(whole, band);
  const perUnit = (source.high - source.low) / (high - low);
  const isFlipped = image.scale[band.axis === 'horizontal' ? 1 : 0] < 0;
  const at = (place: number) =>
    isFlipped ? source.high - (place - low) * perUnit : source.low + (place - low) * perUnit;
  const [a, b] = [at(shown.low), at(shown.high)];
  const crop = withExtent(whole, band, { low: Math.min(a, b), high: Math.max(a, b) });
  const box = withExtent(image, band, { low: shown.low + shift, high: shown.high + shift });
  return { ...image, ...box, crop };
}
