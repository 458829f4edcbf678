import type { Bytes } from '../../shared/crypto/bytes.ts';
import { CryptoError, cannotOpen } from '../../shared/crypto/error.ts';
import { getObject } from '../../shared/keys/vault.ts';
import type { Scene } from '../../shared/scene/model/scene.ts';
import type { Diagram, DiagramId, DiagramVersion, PartId } from './model/diagram.ts';
import { unpackScene } from './pack-scene.ts';
import { type SavedVersion, saveDiagram } from './save-diagram.ts';
import { partObject, type Shelf, sceneObject } from './shelf.ts';
import { changeDiagram, readDiagram } from './store-diagrams.ts';
import { namesDropped, partsInUse } from './sweep-parts.ts';

export interface OpenedDiagram {
  readonly diagram: Diagram;
  readonly scene: Scene;
  /** The newest that opens. */
  readonly version: DiagramVersion;
}

/**
 * A diagram as it was saved last; where that is damaged, as it was saved before.
 * @throws {CryptoError} `cannot-open` where nothing of it opens
 */
export async function openDiagram(shelf: Shelf, id: DiagramId): Promise<OpenedDiagram | undefined> {
  const diagram = await readDiagram(shelf, id);
  if (!diagram) return undefined;
  for (const version of diagram.versions) {
    try {
      return { diagram, version, scene: await readScene(shelf, diagram, version) };
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
    }
  }
  throw cannotOpen();
}

/** @throws {CryptoError} `cannot-open`, also where there is no such version any more */
export async function openVersion(shelf: Shelf, id: DiagramId, version: number): Promise<Scene> {
  const diagram = await readDiagram(shelf, id);
  const known = diagram?.versions.find((it) => it.version === version);
  if (!diagram || !known) throw cannotOpen();
  return readScene(shelf, diagram, known);
}

/** All versions that are kept, newest first; none where there is no such diagram. */
export async function listVersions(
  shelf: Shelf,
  id: DiagramId,
): Promise<readonly DiagramVersion[]> {
  return (await readDiagram(shelf, id))?.versions ?? [];
}

/** Names a version, which so stays for good; null takes its name away. */
export async function nameVersion(
  shelf: Shelf,
  id: DiagramId,
  version: number,
  name: string | null,
): Promise<void> {
  await changeDiagram(shelf, id, async (diagram) => {
    if (!diagram) return undefined;
    const versions = diagram.versions.map((it) => (it.version === version ? { ...it, name } : it));
    return { ...diagram, versions };
  });
}

/** Makes an old version the newest; those between stay in the history. */
export async function restoreVersion(
  shelf: Shelf,
  id: DiagramId,
  version: number,
): Promise<SavedVersion> {
  const scene = await openVersion(shelf, id, version);
  const known = (await listVersions(shelf, id)).find((it) => it.version === version);
  const thumbnail = known?.thumbnail
    ? { thumbnail: await readThumbnail(shelf, id, known.thumbnail) }
    : {};
  return saveDiagram(shelf, id, scene, { restoredFrom: version, ...thumbnail });
}

/** Deletes a version; the newest stays. */
export function deleteVersion(shelf: Shelf, id: DiagramId, version: number): Promise<void> {
  return keepVersions(shelf, id, (it) => it.version !== version);
}

/** Of each diagram only the newest version stays, and those with a name. */
export async function deleteUnnamedVersions(
  shelf: Shelf,
  ids: readonly DiagramId[],
): Promise<void> {
  for (const id of ids) await keepVersions(shelf, id, ({ name }) => name !== null);
}

async function keepVersions(
  shelf: Shelf,
  id: DiagramId,
  isKept: (version: DiagramVersion) => boolean,
): Promise<void> {
  let dropped: readonly string[] = [];
  await changeDiagram(shelf, id, async (diagram) => {
    if (!diagram) return undefined;
    const versions = diagram.versions.filter((it, index) => index === 0 || isKept(it));
    const after = { ...diagram, versions, parts: partsInUse({ ...diagram, versions }) };
    dropped = namesDropped(diagram, after);
    return after;
  });
  await Promise.all(dropped.map((name) => shelf.vault.store.delete(name)));
}

/** @throws {CryptoError} `cannot-open` */
export async function readThumbnail(shelf: Shelf, id: DiagramId, part: PartId): Promise<Blob> {
  return new Blob([await readPart(shelf, id, part)]);
}

async function readScene(
  shelf: Shelf,
  { id, parts }: Diagram,
  { version }: DiagramVersion,
): Promise<Scene> {
  const opened = await getObject(shelf.vault, sceneObject(id, version));
  if (opened?.version !== version) throw cannotOpen();
  return unpackScene(opened.data, async (digest) => {
    const part = parts.find((it) => it.digest === digest);
    if (!part) throw cannotOpen();
    return readPart(shelf, id, part.id);
  });
}

async function readPart(shelf: Shelf, id: DiagramId, part: PartId): Promise<Bytes> {
  const opened = await getObject(shelf.vault, partObject(id, part));
  if (!opened) throw cannotOpen();
  return opened.data;
}
