import { unzipSync } from 'fflate';
import { asBytes, type Bytes } from '../../../shared/crypto/bytes.ts';
import { decodeUtf8, parseJson } from '../../../shared/scene/formats/json-text.ts';
import { ReadError } from '../../../shared/scene/formats/read-result.ts';
import { type LibraryManifest, MANIFEST, MAX_BYTES } from './pack-library.ts';
import { readManifest } from './read-manifest.ts';

export interface UnpackedLibrary {
  readonly manifest: LibraryManifest;
  /** By their paths. */
  readonly files: ReadonlyMap<string, Bytes>;
}

/** A ZIP of a stranger may claim anything. */
const MAX_FILES = 200_000;

/**
 * Reads a ZIP that `packLibrary` made, or that somebody says it did.
 * @throws {ReadError} `broken`, `newer-version`, `too-large`, and what `parseJson` throws
 */
export function unpackLibrary(zip: Bytes): UnpackedLibrary {
  let bytes = 0;
  let count = 0;
  const files = new Map<string, Bytes>();
  try {
    const unzipped = unzipSync(zip, {
      filter: ({ originalSize, size, compression }) => {
        bytes += originalSize;
        count++;
        if (bytes > MAX_BYTES || count > MAX_FILES) throw new ReadError('too-large');
        // What we write is stored as it is. What says to be larger than it lies there is no file of ours.
        return compression === 0 && originalSize === size;
      },
    });
    for (const [path, data] of Object.entries(unzipped)) files.set(path, asBytes(data));
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError('broken');
  }
  const manifest = files.get(MANIFEST);
  if (!manifest) throw new ReadError('no-diagram');
  return { manifest: readManifest(parseJson(decodeUtf8(manifest))), files };
}
