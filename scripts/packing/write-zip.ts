import { deflateRawSync } from 'node:zlib';
import { ZipWriter } from '../../extension/zip/write-zip.ts';
import { deflateSmall } from './deflate/deflate.ts';

/**
 * A ZIP of `files`, each packed as small as it goes.
 *
 * @param isPackedFast files that zlib packs, as they are large and few ever load them
 */
export function writeZip(
  files: ReadonlyMap<string, Buffer>,
  isPackedFast: (path: string) => boolean,
): Buffer {
  const zip = new ZipWriter();
  for (const [path, data] of files) {
    const packed = isPackedFast(path) ? deflateRawSync(data, { level: 9 }) : deflateSmall(data);
    zip.add(path, data, packed.length < data.length ? packed : undefined);
  }
  return Buffer.concat(zip.end());
}
