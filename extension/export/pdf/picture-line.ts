import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { FONTS } from '../../../shared/scene/text/fonts.ts';
import type { WrittenLine } from '../written-lines.ts';

export interface DrawnLine {
  readonly png: Bytes;
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
}

/** Pixels to a scene unit. */
const DENSITY = 4;

/** A line as the browser draws it with the fonts of this computer; sizes in scene units. */
export async function pictureLine({ text, family, size, color }: WrittenLine): Promise<DrawnLine> {
  const font = `${size * DENSITY}px ${FONTS[family].stack}`;
  const measuring = new OffscreenCanvas(1, 1).getContext('2d');
  if (!measuring) throw new Error('There is no canvas');
  measuring.font = font;
  const width = Math.max(1, Math.ceil(measuring.measureText(text).width));
  const height = Math.ceil(size * DENSITY * 1.6);
  const baseline = Math.round(size * DENSITY * 1.15);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas');
  context.font = font;
  context.fillStyle = color.slice(0, 7);
  context.fillText(text, 0, baseline);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return {
    png: new Uint8Array(await blob.arrayBuffer()),
    width: width / DENSITY,
    height: height / DENSITY,
    baseline: baseline / DENSITY,
  };
}
