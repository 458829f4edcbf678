import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { putObject } from '../../../shared/keys/vault.ts';
import { checkScene } from '../../../shared/scene/formats/check-scene.ts';
import { decodeUtf8, isRecord, parseJson } from '../../../shared/scene/formats/json-text.ts';
import { ReadError } from '../../../shared/scene/formats/read-result.ts';
import { readSceneFile } from '../../../shared/scene/formats/scene-file.ts';
import { addFolders, listFolders } from '../folders.ts';
import type { Diagram, DiagramId, DiagramPart, DiagramVersion, PartId } from '../model/diagram.ts';
import { itemText } from '../model/item-text.ts';
import { trimName, trimTags } from '../organise.ts';
import { packScene, unpackScene } from '../pack-scene.ts';
import { newId, partObject, type Shelf, sceneObject } from '../shelf.ts';
import { changeDiagram, readDiagram } from '../store-diagrams.ts';
import { partPath, scenePath } from './pack-library.ts';
import type { UnpackedLibrary } from './unpack-library.ts';

export interface Imported {
  readonly addedCount: number;
  /** Those that were here already, in the same state. */
  readonly knownCount: number;
  /** Versions that no scene could be made of. */
  readonly skippedCount: number;
}

/**
 * Adds the diagrams of another library with their history. One that is here in another state is added beside it.
 * Each diagram is whole or not there.
 *
 * @throws {SealedStoreError} `no-room`: those that were added before stay
 */
export async function importLibrary(shelf: Shelf, library: UnpackedLibrary): Promise<Imported> {
  let addedCount = 0;
  let knownCount = 0;
  let skippedCount = 0;
  await addFolders(shelf, library.manifest.folders);
  const folders = new Set((await listFolders(shelf)).map(({ id }) => id));
  for (const diagram of library.manifest.diagrams) {
    const here = await readDiagram(shelf, diagram.id).catch(() => 'damaged' as const);
    if (here && here !== 'damaged' && isSameState(here, diagram)) {
      knownCount++;
      continue;
    }
    const id = here ? newId<DiagramId>() : diagram.id;
    const folderId = diagram.folderId && folders.has(diagram.folderId) ? diagram.folderId : null;
    const skipped = await addDiagram(shelf, library, { ...diagram, folderId }, id);
    skippedCount += skipped;
    if (skipped < diagram.versions.length) addedCount++;
  }
  return { addedCount, knownCount, skippedCount };
}

function isSameState(here: Diagram, there: Diagram): boolean {
  return here.savedAt === there.savedAt && here.nextVersion === there.nextVersion;
}

/** @returns how many versions were left out */
async function addDiagram(
  shelf: Shelf,
  { files }: UnpackedLibrary,
  diagram: Diagram,
  id: DiagramId,
): Promise<number> {
  const parts = new Map<string, DiagramPart>();
  const places = new Map(diagram.parts.map((part) => [part.id, partPath(diagram.id, part.id)]));
  const put = async (digest: string, bytes: Bytes): Promise<DiagramPart> => {
    const known = parts.get(digest);
    if (known) return known;
    const part = { id: newId<PartId>(), digest, bytes: bytes.length };
    await putObject(shelf.vault, partObject(id, part.id), 1, bytes);
    parts.set(digest, part);
    return part;
  };
  const bytesByDigest = await digestParts(diagram, files);
  let skipped = 0;
  let text = diagram.text;
  await changeDiagram(shelf, id, async () => {
    const versions: DiagramVersion[] = [];
    for (const version of [...diagram.versions].sort((a, b) => b.version - a.version)) {
      const json = files.get(scenePath(diagram.id, version.version));
      const scene = json && (await readScene(json, bytesByDigest).catch(() => undefined));
      if (!scene) {
        skipped++;
        continue;
      }
      const packed = await packScene(scene);
      const own: PartId[] = [];
      for (const [digest, bytes] of packed.parts) own.push((await put(digest, bytes)).id);
      const picture = version.thumbnail && files.get(places.get(version.thumbnail) ?? '');
      const thumbnail = picture ? await put(`thumbnail of ${version.version}`, picture) : null;
      await putObject(shelf.vault, sceneObject(id, version.version), version.version, packed.json);
      if (versions.length === 0) text = itemText(diagram.kind, scene);
      versions.push({
        ...version,
        name: version.name === null ? null : trimName(version.name),
        elementCount: scene.elements.length,
        bytes: packed.json.length,
        digest: packed.digest,
        thumbnail: thumbnail?.id ?? null,
        parts: [...own, ...(thumbnail ? [thumbnail.id] : [])],
      });
    }
    const [newest] = versions;
    if (!newest) return undefined;
    return {
      ...diagram,
      id,
      name: trimName(diagram.name),
      tags: trimTags(diagram.tags),
      text,
      thumbnail: versions.find(({ thumbnail }) => thumbnail)?.thumbnail ?? null,
      versions,
      parts: [...parts.values()],
      nextVersion: Math.max(diagram.nextVersion, newest.version + 1),
    };
  });
  return skipped;
}

/** The bytes of a diagram's parts by what they hash to, whatever the file says of them. */
async function digestParts(
  diagram: Diagram,
  files: ReadonlyMap<string, Bytes>,
): Promise<ReadonlyMap<string, Bytes>> {
  const found = new Map<string, Bytes>();
  for (const { id } of diagram.parts) {
    const bytes = files.get(partPath(diagram.id, id));
    if (bytes) found.set(encodeBase64url(await sha256(bytes)), bytes);
  }
  return found;
}

/** A scene of a stranger, checked as any file is. */
async function readScene(json: Bytes, parts: ReadonlyMap<string, Bytes>) {
  const value = parseJson(decodeUtf8(json));
  if (!isRecord(value) || !isRecord(value.files) || !Array.isArray(value.attachments)) {
    throw new ReadError('broken');
  }
  const scene = await unpackScene(json, async (digest) => {
    const bytes = parts.get(digest);
    if (!bytes) throw new ReadError('broken');
    return bytes;
  });
  const files = Object.entries(scene.files).map(([fileId, { bytes, mimeType, width, height }]) => [
    fileId,
    readSceneFile({ bytes, mimeType, held: { width, height } }),
  ]);
  return checkScene({ ...scene, files: Object.fromEntries(files) });
}
