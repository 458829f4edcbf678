import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { decodeUtf8, parseJson } from '../../../shared/scene/formats/json-text.ts';
import { ReadError } from '../../../shared/scene/formats/read-result.ts';
import { readStoredZip } from '../../zip/read-stored-zip.ts';
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
  // What we write is stored as it is.
  const files = readStoredZip(zip, { bytes: MAX_BYTES, files: MAX_FILES });
  const manifest = files.get(MANIFEST);
  if (!manifest) throw new ReadError('no-diagram');
  return { manifest: readManifest(parseJson(decodeUtf8(manifest))), files };
}
