import { type Bytes, utf8 } from '../../../shared/crypto/bytes.ts';
import { CryptoError } from '../../../shared/crypto/error.ts';
import { getObject, type VaultObject } from '../../../shared/keys/vault.ts';
import { ReadError } from '../../../shared/scene/formats/read-result.ts';
import { ZipWriter } from '../../zip/write-zip.ts';
import { listFolders } from '../folders.ts';
import type { Diagram, DiagramPart, DiagramVersion, Folder } from '../model/diagram.ts';
import { partObject, type Shelf, sceneObject } from '../shelf.ts';
import { listDiagrams } from '../store-diagrams.ts';

/* A library as a ZIP: `library.json`, and for each diagram its scenes as `diagrams/ID/vN.json` with the bytes of
 * their pictures beside them, named by their ids. Nothing in it is compressed: most of it is pictures. */

export const LIBRARY_FORMAT = 'inkseal-library';
export const LIBRARY_VERSION = 1;
export const MANIFEST = 'library.json';
/** A file of more could not be read again: it is opened in memory, whole. */
export const MAX_BYTES = 2 * 2 ** 30;

export interface LibraryManifest {
  readonly format: typeof LIBRARY_FORMAT;
  readonly version: typeof LIBRARY_VERSION;
  readonly folders: readonly Folder[];
  readonly diagrams: readonly Diagram[];
}

export const scenePath = (diagram: string, version: number): string =>
  `diagrams/${diagram}/v${version}.json`;
export const partPath = (diagram: string, part: string): string => `diagrams/${diagram}/${part}`;

export interface PackedLibrary {
  /** The ZIP, in pieces. */
  readonly zip: readonly Bytes[];
  readonly diagramCount: number;
  /** Versions that did not open, and are not in it. */
  readonly skippedCount: number;
}

/** All diagrams that open, those in the bin too. @throws {ReadError} `too-large` */
export async function packLibrary(shelf: Shelf): Promise<PackedLibrary> {
  const zip = new LimitedZip();
  const { diagrams } = await listDiagrams(shelf);
  let skippedCount = 0;
  const packed: Diagram[] = [];
  for (const diagram of diagrams) {
    const versions: DiagramVersion[] = [];
    for (const version of diagram.versions) {
      const scene = await tryOpen(shelf, sceneObject(diagram.id, version.version));
      if (scene) {
        zip.add(scenePath(diagram.id, version.version), scene);
        versions.push(version);
      } else skippedCount++;
    }
    const parts: DiagramPart[] = [];
    for (const part of diagram.parts) {
      const bytes = await tryOpen(shelf, partObject(diagram.id, part.id));
      if (!bytes) continue;
      zip.add(partPath(diagram.id, part.id), bytes);
      parts.push(part);
    }
    if (versions.length > 0) packed.push({ ...diagram, versions, parts });
  }
  const manifest: LibraryManifest = {
    format: LIBRARY_FORMAT,
    version: LIBRARY_VERSION,
    folders: await listFolders(shelf),
    diagrams: packed,
  };
  zip.add(MANIFEST, utf8(JSON.stringify(manifest)));
  return { zip: zip.end(), diagramCount: packed.length, skippedCount };
}

async function tryOpen({ vault }: Shelf, object: VaultObject): Promise<Bytes | undefined> {
  try {
    return (await getObject(vault, object))?.data;
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

/** What of it could be read again. */
class LimitedZip {
  #bytes = 0;
  readonly #zip = new ZipWriter();

  add(path: string, bytes: Bytes): void {
    this.#bytes += bytes.length;
    if (this.#bytes > MAX_BYTES) throw new ReadError('too-large');
    this.#zip.add(path, bytes);
  }

  end(): readonly Bytes[] {
    return this.#zip.end();
  }
}
