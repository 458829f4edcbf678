import type { Bytes } from '../../shared/crypto/bytes.ts';
import { putObject } from '../../shared/keys/vault.ts';
import type { Scene } from '../../shared/scene/model/scene.ts';
import type { Hidden } from '../../shared/scene/redaction/hidden.ts';
import type {
  Diagram,
  DiagramId,
  DiagramPart,
  DiagramVersion,
  ItemKind,
  PartId,
} from './model/diagram.ts';
import { dropShowing } from './model/drop-showing.ts';
import { itemText } from './model/item-text.ts';
import { thinVersions } from './model/thin-versions.ts';
import { type PackedScene, packScene } from './pack-scene.ts';
import { newId, partObject, type Shelf, sceneObject } from './shelf.ts';
import { changeDiagram } from './store-diagrams.ts';
import { namesDropped, partsInUse, sweepParts } from './sweep-parts.ts';

export interface SaveOptions {
  /** Of the diagram; kept as it is where left out. */
  readonly name?: string;
  /** A small picture of the scene, PNG or WebP. */
  readonly thumbnail?: Blob;
  /** Of this version, which then stays for good. */
  readonly versionName?: string;
  readonly restoredFrom?: number;
  /** What the scene hid before it was burned: versions that show some of it go, but for those with a name. */
  readonly hidden?: Hidden;
  /** What it is; kept as it is where left out, a diagram where it is new. */
  readonly kind?: ItemKind;
  /** Told how many of the new bytes are sealed and kept. */
  readonly onProgress?: (done: number) => void;
  /** Ends it while nothing is changed yet; what it rejects with is the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface SavedVersion {
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Names of versions that show what this one hides. */
  readonly showing: readonly string[];
}

/**
 * Keeps `scene` as the newest version of the diagram, which is made where there is none. A scene equal to the
 * newest version makes no other one. After a crash at any moment the diagram is the old one or the new one.
 *
 * @param scene burned: nothing under a redaction or outside a crop is in it any more
 * @throws {SealedStoreError} `no-room`, `unavailable`: the versions before are as they were
 */
export async function saveDiagram(
  shelf: Shelf,
  id: DiagramId,
  scene: Scene,
  options: SaveOptions = {},
): Promise<SavedVersion> {
  const packed = await packScene(scene);
  try {
    return await savePacked(shelf, id, scene, packed, options);
  } catch (error) {
    // What was put in vain takes room that the next try needs.
    await sweepParts(shelf, id).catch(() => {});
    throw error;
  }
}

async function savePacked(
  shelf: Shelf,
  id: DiagramId,
  scene: Scene,
  packed: PackedScene,
  options: SaveOptions,
): Promise<SavedVersion> {
  let dropped: readonly string[] = [];
  let showing: readonly string[] = [];
  const saved = await changeDiagram(shelf, id, async (before) => {
    const now = shelf.now();
    const newest = before?.versions[0];
    const isSame = newest?.digest === packed.digest && options.restoredFrom === undefined;
    if (before && isSame) {
      const after = await amendNewest(shelf, before, newest, options);
      dropped = namesDropped(before, after);
      return after;
    }
    const version = await putVersion(shelf, id, before, packed, options);
    const made = { ...version.version, savedAt: now, elementCount: scene.elements.length };
    const fit = dropShowing([made, ...(before?.versions ?? [])]);
    showing = fit.showing;
    const versions = thinVersions(fit.versions, now);
    const known = fit.isAnyShowing ? null : (before?.thumbnail ?? null);
    const thumbnail = made.thumbnail ?? known;
    const parts = [...version.newParts, ...(before?.parts ?? [])];
    const kind = options.kind ?? before?.kind;
    const after: Diagram = {
      id,
      name: options.name ?? before?.name ?? '',
      folderId: before?.folderId ?? null,
      tags: before?.tags ?? [],
      createdAt: before?.createdAt ?? now,
      savedAt: now,
      binnedAt: before?.binnedAt ?? null,
      text: itemText(kind, scene),
      ...(kind && { kind }),
      thumbnail,
      versions,
      parts: partsInUse({ versions, parts, thumbnail }),
      nextVersion: made.version + 1,
    };
    dropped = namesDropped(before, after);
    return after;
  });
  const newest = saved?.versions[0];
  if (!saved || !newest) throw new Error('a saved diagram has a version');
  await Promise.all(dropped.map((name) => shelf.vault.store.delete(name)));
  return { version: newest.version, savedAt: newest.savedAt, showing };
}

/** The same scene again: only what is said about it may be new. */
async function amendNewest(
  shelf: Shelf,
  before: Diagram,
  newest: DiagramVersion,
  options: SaveOptions,
): Promise<Diagram> {
  const made =
    newest.thumbnail === null ? await putThumbnail(shelf, before.id, options) : undefined;
  const amended = {
    ...newest,
    name: options.versionName ?? newest.name,
    thumbnail: made?.id ?? newest.thumbnail,
    parts: made ? [...newest.parts, made.id] : newest.parts,
  };
  const versions = [amended, ...before.versions.slice(1)];
  const thumbnail = amended.thumbnail ?? before.thumbnail;
  const parts = partsInUse({
    versions,
    thumbnail,
    parts: [...(made ? [made] : []), ...before.parts],
  });
  return { ...before, name: options.name ?? before.name, thumbnail, versions, parts };
}

type PutVersion = Omit<DiagramVersion, 'savedAt' | 'elementCount'>;

/** Puts the scene and those of its parts that are not there yet. */
async function putVersion(
  shelf: Shelf,
  id: DiagramId,
  before: Diagram | undefined,
  { json, digest, parts }: PackedScene,
  options: SaveOptions,
): Promise<{ version: PutVersion; newParts: readonly DiagramPart[] }> {
  const version = before?.nextVersion ?? 1;
  const known = new Map(before?.parts.map((part) => [part.digest, part]));
  const newParts: DiagramPart[] = [];
  const ids: PartId[] = [];
  let done = 0;
  for (const [partDigest, bytes] of parts) {
    let part = known.get(partDigest);
    if (!part) {
      options.signal?.throwIfAborted();
      part = await putPart(shelf, id, partDigest, bytes);
      newParts.push(part);
      done += bytes.length;
      options.onProgress?.(done);
    }
    ids.push(part.id);
  }
  const thumbnail = await putThumbnail(shelf, id, options);
  if (thumbnail) {
    newParts.push(thumbnail);
    ids.push(thumbnail.id);
  }
  await putObject(shelf.vault, sceneObject(id, version), version, json);
  options.signal?.throwIfAborted();
  const { versionName = null, restoredFrom = null, hidden } = options;
  return {
    version: {
      version,
      name: versionName,
      restoredFrom,
      bytes: json.length,
      digest,
      thumbnail: thumbnail?.id ?? null,
      parts: ids,
      ...(hidden && { hidden }),
    },
    newParts,
  };
}

async function putThumbnail(
  shelf: Shelf,
  id: DiagramId,
  { thumbnail }: SaveOptions,
): Promise<DiagramPart | undefined> {
  if (!thumbnail) return undefined;
  // Never the same as a picture of the scene: thumbnails are looked up by id alone.
  return putPart(shelf, id, '', new Uint8Array(await thumbnail.arrayBuffer()));
}

async function putPart(
  shelf: Shelf,
  id: DiagramId,
  digest: string,
  bytes: Bytes,
): Promise<DiagramPart> {
  const part = { id: newId<PartId>(), digest, bytes: bytes.length };
  await putObject(shelf.vault, partObject(id, part.id), 1, bytes);
  return part;
}
