import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { type Bytes, concat, utf8 } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Scene, SceneAttachment, SceneFile } from '../../shared/scene/model/scene.ts';

/* A scene as JSON, its bytes apart and named by their SHA-256: so that versions share the pictures in them. What is
 * large lies in pieces: at most so much is sealed, or sent to a server, at once. */

const PIECE_BYTES = 4 * 1024 * 1024;

export interface PackedScene {
  readonly json: Bytes;
  /** Of `json`, base64url: equal where the scenes are. */
  readonly digest: string;
  /** By their digest. */
  readonly parts: ReadonlyMap<string, Bytes>;
}

type Place = { readonly digest: string } | { readonly pieces: readonly string[] };
type Apart<T extends { bytes: Bytes }> = Omit<T, 'bytes'> & Place;

interface SceneJson extends Omit<Scene, 'files' | 'attachments'> {
  readonly files: Readonly<Record<string, Apart<SceneFile>>>;
  readonly attachments: readonly Apart<SceneAttachment>[];
}

export async function packScene(scene: Scene): Promise<PackedScene> {
  const parts = new Map<string, Bytes>();
  async function setApart<T extends { bytes: Bytes }>({ bytes, ...rest }: T): Promise<Apart<T>> {
    const pieces = await splitOnce(bytes);
    for (const piece of pieces) parts.set(piece.digest, piece.bytes);
    const digests = pieces.map(({ digest }) => digest);
    const [digest = ''] = digests;
    return digests.length === 1 ? { ...rest, digest } : { ...rest, pieces: digests };
  }
  const used = new Set(scene.elements.flatMap((it) => (it.type === 'image' ? [it.fileId] : [])));
  const files = Object.entries(scene.files).filter(([fileId]) => used.has(fileId));
  const packed: SceneJson = {
    ...scene,
    files: Object.fromEntries(
      await Promise.all(files.map(async ([id, file]) => [id, await setApart(file)] as const)),
    ),
    attachments: await Promise.all(scene.attachments.map(setApart)),
  };
  const json = utf8(JSON.stringify(packed));
  return { json, digest: encodeBase64url(await sha256(json)), parts };
}

/** The scene again. `readPart` gives the bytes of a digest. */
export async function unpackScene(
  json: Bytes,
  readPart: (digest: string) => Promise<Bytes>,
): Promise<Scene> {
  const packed: SceneJson = JSON.parse(new TextDecoder().decode(json));
  async function putBack(apart: Apart<SceneFile | SceneAttachment>) {
    if ('digest' in apart) {
      const { digest, ...rest } = apart;
      return { ...rest, bytes: await readPart(digest) };
    }
    const { pieces, ...rest } = apart;
    const read: Bytes[] = [];
    for (const piece of pieces) read.push(await readPart(piece));
    return { ...rest, bytes: concat(...read) };
  }
  const files = Object.entries(packed.files).map(
    async ([id, file]) => [id, (await putBack(file)) as SceneFile] as const,
  );
  const attachments = packed.attachments.map(
    async (attachment) => (await putBack(attachment)) as SceneAttachment,
  );
  return {
    ...packed,
    files: Object.fromEntries(await Promise.all(files)),
    attachments: await Promise.all(attachments),
  };
}

interface Piece {
  readonly digest: string;
  readonly bytes: Bytes;
}

const split = new WeakMap<Bytes, Promise<readonly Piece[]>>();

/** Scenes share their bytes from one change to the next: each is split and hashed once. */
function splitOnce(bytes: Bytes): Promise<readonly Piece[]> {
  const known = split.get(bytes);
  if (known) return known;
  const pieces = splitBytes(bytes);
  split.set(bytes, pieces);
  return pieces;
}

/** At least one piece, be it empty. */
async function splitBytes(bytes: Bytes): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  let from = 0;
  do {
    const piece = bytes.subarray(from, from + PIECE_BYTES);
    pieces.push({ digest: encodeBase64url(await sha256(piece)), bytes: piece });
    from += PIECE_BYTES;
  } while (from < bytes.length);
  return pieces;
}
