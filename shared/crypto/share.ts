import {
  KEY_BYTES,
  type LinkSecret,
  type ObjectId,
  type OwnerToken,
  SECRET_BYTES,
  type SymmetricKey,
} from './brand.ts';
import { ByteQueue } from './byte-queue.ts';
import { type Bytes, randomBytes } from './bytes.ts';
import { envelopeLength, open, openStream, seal, sealStream } from './envelope.ts';
import { cannotOpen } from './error.ts';
import { sha256 } from './hash.ts';
import type { ShareLink } from './link.ts';
import { deriveProbe, deriveViewKeys } from './link-keys.ts';
import { deriveShareId, hashOwnerToken } from './share-id.ts';
import { decodeMeta, encodeMeta, type ShareKind, type ShareMeta } from './share-meta.ts';
import { iterate, type WorkOptions } from './stream.ts';

/** One thing to share. `data` is read once, when the content is sealed. */
export interface ShareItem {
  readonly name?: string;
  readonly type: string;
  readonly data: Blob;
}

export interface ShareContent {
  readonly kind: ShareKind;
  readonly note?: string;
  readonly items: readonly ShareItem[];
}

/** A share ready to be created: what goes to the server, and what must not. */
export interface SealedShare {
  readonly link: ShareLink;
  readonly ownerToken: OwnerToken;
  /** For the server. */
  readonly ownerHash: Bytes;
  readonly probeHash: Bytes;
  readonly viewHash: Bytes;
  readonly wrappedKey: Bytes;
  readonly meta: Bytes;
  /** Length in bytes of the content's envelope. */
  readonly contentLength: number;
  /** The content's envelope. Call it once: it seals while it is read, and never the same twice. */
  sealContent(options?: WorkOptions): ReadableStream<Bytes>;
}

const SHARE_VERSION = 1;
const BLOB_PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Makes the keys, the id and the sealed key and meta of a new share (PROTOCOL sections 2 and 3).
 * @throws {CryptoError} `invalid-content`, `invalid-passphrase`
 */
export async function sealShare(content: ShareContent, passphrase?: string): Promise<SealedShare> {
  const { items, ...about } = content;
  const size = items.reduce((sum, item) => sum + item.data.size, 0);
  const metaJson = encodeMeta({ ...about, items: items.map(describe) });
  const ownerToken = randomBytes(SECRET_BYTES) as OwnerToken;
  const secret = randomBytes(SECRET_BYTES) as LinkSecret;
  const dataKey = randomBytes(KEY_BYTES) as SymmetricKey;
  const ownerHash = await hashOwnerToken(ownerToken);
  const id = await deriveShareId(ownerHash);
  const [probe, keys] = await Promise.all([
    deriveProbe(id, secret),
    deriveViewKeys(id, secret, passphrase),
  ]);
  const object = { id, version: SHARE_VERSION };
  return {
    link: { id, secret, hasPassphrase: passphrase !== undefined },
    ownerToken,
    ownerHash,
    probeHash: await sha256(probe),
    viewHash: await sha256(keys.view),
    wrappedKey: await seal(keys.kek, { ...object, role: 'wrap' }, dataKey),
    meta: await seal(dataKey, { ...object, role: 'meta' }, metaJson),
    contentLength: envelopeLength('content', size),
    sealContent: (options) => {
      const source = new Blob(items.map((item) => item.data)).stream();
      return sealStream(dataKey, { ...object, role: 'content' }, source, size, options);
    },
  };
}

function describe({ name, type, data }: ShareItem): ShareMeta['items'][number] {
  return { ...(name === undefined ? {} : { name }), type, size: data.size };
}

/** What a claim gives to open. */
export interface ClaimedShare {
  readonly wrappedKey: Bytes;
  readonly meta: Bytes;
  /** Present where content and meta are sealed as another object than the share. */
  readonly object?: { readonly id: ObjectId; readonly version: number };
}

export interface OpenedItem {
  readonly name?: string;
  readonly type: string;
  readonly data: Blob;
}

export interface OpenedShare {
  readonly kind: ShareKind;
  readonly note?: string;
  readonly items: readonly OpenedItem[];
}

/**
 * Opens a claimed share whose content's envelope comes in blocks. Resolves only after the last byte verified;
 * holds the content in memory once.
 * @throws {CryptoError} `cannot-open`; an `AbortError` where the signal says so; whatever `content` fails with
 */
export async function openShare(
  id: ObjectId,
  kek: SymmetricKey,
  claimed: ClaimedShare,
  content: ReadableStream<Uint8Array>,
  options: WorkOptions = {},
): Promise<OpenedShare> {
  const object = claimed.object ?? { id, version: SHARE_VERSION };
  async function openKeyAndMeta() {
    const dataKey = await openDataKey(id, kek, claimed.wrappedKey);
    return { dataKey, metaJson: await open(dataKey, { ...object, role: 'meta' }, claimed.meta) };
  }
  const { dataKey, metaJson } = await openKeyAndMeta().catch((error) => {
    content.cancel(error).catch(() => {}); // or its connection would stay open, unread
    throw error;
  });
  const plain = openStream(dataKey, { ...object, role: 'content' }, content, options);
  const whole = await collect(plain);
  const { items, ...about } = decodeMeta(metaJson, whole.size);
  let offset = 0;
  const opened = items.map(({ size, ...item }) => {
    const data = whole.slice(offset, offset + size);
    offset += size;
    return { ...item, data };
  });
  return { ...about, items: opened };
}

/** All of `plain`, in Blobs that the browser can move out of the page's memory while more comes. */
async function collect(plain: ReadableStream<Bytes>): Promise<Blob> {
  const queue = new ByteQueue(iterate(plain));
  const parts: Blob[] = [];
  for (;;) {
    const piece = await queue.read(BLOB_PIECE_BYTES);
    if (piece.length === 0) return new Blob(parts);
    parts.push(new Blob([piece]));
  }
}

async function openDataKey(id: ObjectId, kek: SymmetricKey, wrapped: Bytes): Promise<SymmetricKey> {
  const key = await open(kek, { id, version: SHARE_VERSION, role: 'wrap' }, wrapped);
  if (key.length !== KEY_BYTES) throw cannotOpen();
  return key as SymmetricKey;
}
