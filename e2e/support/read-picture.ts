import { PNG } from 'pngjs';

const decoded = new WeakMap<Buffer, PNG>();

/** Once for each picture: it takes seconds where they are large. */
function decode(picture: Buffer): PNG {
  const png = decoded.get(picture) ?? PNG.sync.read(picture);
  decoded.set(picture, png);
  return png;
}

/** Width and height of a PNG. */
export function readSize(picture: Buffer): { width: number; height: number } {
  return { width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) };
}

/** Red, green and blue of one pixel of a PNG. */
export function readPixel(picture: Buffer, { x, y }: { x: number; y: number }): readonly number[] {
  const { width, data } = decode(picture);
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
}
