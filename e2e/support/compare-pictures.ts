import { PNG } from 'pngjs';

export interface PictureDifference {
  readonly width: number;
  readonly height: number;
  /** 0 to 1: of all pixels, how many differ at all. */
  readonly share: number;
  /** Where the first and the last of them are. */
  readonly from?: string;
  readonly to?: string;
}

/** Compares two PNGs of the same size pixel by pixel; every difference counts, however small. */
export function comparePictures(one: Buffer, other: Buffer): PictureDifference {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  const { width, height } = a;
  if (b.width !== width || b.height !== height) {
    throw new Error(`${width} × ${height} against ${b.width} × ${b.height}`);
  }
  const different: string[] = [];
  for (let i = 0; i < width * height; i++) {
    if (a.data.readUInt32LE(i * 4) === b.data.readUInt32LE(i * 4)) continue;
    different.push(`${i % width},${Math.floor(i / width)}`);
  }
  const [from, to] = [different[0], different.at(-1)];
  return {
    width,
    height,
    share: different.length / (width * height),
    ...(from && to ? { from, to } : {}),
  };
}

/** Width and height of a PNG. */
export function readSize(picture: Buffer): { width: number; height: number } {
  return { width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) };
}

/** Red, green and blue of one pixel of a PNG. */
export function readPixel(picture: Buffer, { x, y }: { x: number; y: number }): readonly number[] {
  const { width, data } = PNG.sync.read(picture);
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
}
