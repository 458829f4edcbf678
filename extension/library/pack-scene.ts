import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { type Bytes, utf8 } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Scene, SceneAttachment, SceneFile } from '../../shared/scene/model/scene.ts';

/* A scene as JSON, its bytes apart and named by their SHA-256: so that versions share the pictures in them. */

export interface PackedScene {
  readonly json: Bytes;
  /** Of `json`, base64url: equal where the scenes are. */
  readonly digest: string;
  /** By their digest. */
  readonly parts: ReadonlyMap<string, Bytes>;
}

type Apart<T extends { bytes: Bytes }> = Omit<T, 'bytes'> & { readonly digest: string };

interface SceneJson extends Omit<Scene, 'files' | 'attachments'> {
  readonly files: Readonly<Record<string, Apart<SceneFile>>>;
  readonly attachments: readonly Apart<SceneAttachment>[];
}

export async function packScene(scene: Scene): Promise<PackedScene> {
  const parts = new Map<string, Bytes>();
  async function setApart<T extends { bytes: Bytes }>({ bytes, ...rest }: T): Promise<Apart<T>> {
    const digest = await digestOnce(bytes);
    parts.set(digest, bytes);
    return { ...rest, digest };
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
  async function putBack<T extends { bytes: Bytes }>({ digest, ...rest }: Apart<T>) {
    return { ...rest, bytes: await readPart(digest) };
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

const digests = new WeakMap<Bytes, Promise<string>>();

/** Scenes share their bytes from one change to the next: each is hashed once. */
function digestOnce(bytes: Bytes): Promise<string> {
  const known = digests.get(bytes);
  if (known) return known;
  const digest = sha256(bytes).then(encodeBase64url);
  digests.set(bytes, digest);
  return digest;
}
