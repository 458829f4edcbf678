import { KEY_BYTES } from './brand.ts';
import { type Bytes, concat, equalBytes, randomBytes, utf8 } from './bytes.ts';
import { CryptoError, cannotOpen } from './error.ts';
import { hkdfExpand } from './hkdf.ts';

/*
 * C2SP Cobblestone-256 (c2sp.org/chunked-encryption with HKDF-SHA-512 and AES-256-GCM):
 * salt 24 | commitment 32 | chunks of 16 KiB, each with a tag, the last one always shorter.
 */

export const CHUNK_BYTES = 16 * 1024;
export const TAG_BYTES = 16;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
export const SALT_BYTES = 24;
const COMMITMENT_BYTES = 32;
export const COBBLESTONE_HEADER_BYTES = SALT_BYTES + COMMITMENT_BYTES;

const INFO = utf8('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0');
const GCM_NONCE_BYTES = 12;
const MAX_CHUNKS = 2 ** 38;

/** What one message is sealed with. `header` is `salt | commitment`, the first 56 bytes of the ciphertext. */
export interface MessageKeys {
  readonly aead: CryptoKey;
  readonly baseNonce: Bytes;
  readonly header: Bytes;
}

/** Length in bytes of the ciphertext of `length` bytes. */
export function cobblestoneLength(length: number): number {
  return COBBLESTONE_HEADER_BYTES + length + (Math.floor(length / CHUNK_BYTES) + 1) * TAG_BYTES;
}

/** Keys for a new message. `salt` is 24 random bytes, and must never repeat under one `key`. */
export function keysToSeal(
  key: Bytes,
  context: Bytes,
  salt = randomBytes(SALT_BYTES),
): Promise<MessageKeys> {
  return deriveKeys(key, salt, context, ['encrypt']);
}

/**
 * Keys for the message that starts with the 56 bytes of `header`.
 * @throws {CryptoError} `cannot-open` when the commitment says that it is another key or context.
 */
export async function keysToOpen(key: Bytes, context: Bytes, header: Bytes): Promise<MessageKeys> {
  const keys = await deriveKeys(key, header.slice(0, SALT_BYTES), context, ['decrypt']);
  if (!equalBytes(keys.header, header)) throw cannotOpen();
  return keys;
}

async function deriveKeys(
  key: Bytes,
  salt: Bytes,
  context: Bytes,
  usages: ('encrypt' | 'decrypt')[],
): Promise<MessageKeys> {
  if (key.length !== KEY_BYTES) throw new CryptoError('invalid-key', 'A key must have 32 bytes.');
  const nonceEnd = KEY_BYTES + GCM_NONCE_BYTES;
  const okm = await hkdfExpand(key, concat(INFO, salt, context), nonceEnd + COMMITMENT_BYTES);
  return {
    aead: await crypto.subtle.importKey('raw', okm.slice(0, KEY_BYTES), 'AES-GCM', false, usages),
    baseNonce: okm.slice(KEY_BYTES, nonceEnd),
    header: concat(salt, okm.slice(nonceEnd)),
  };
}

/** Seals chunk number `index`, which is full but for the last one of the message; that one may be empty. */
export async function sealChunk(
  { aead, baseNonce }: MessageKeys,
  index: number,
  chunk: Bytes,
): Promise<Bytes> {
  setChunkNonce(baseNonce, index);
  return new Uint8Array(await crypto.subtle.encrypt(GCM, aead, chunk));
}

/**
 * Opens chunk number `index`.
 * @throws {CryptoError} `cannot-open`
 */
export async function openChunk(
  { aead, baseNonce }: MessageKeys,
  index: number,
  sealed: Bytes,
): Promise<Bytes> {
  setChunkNonce(baseNonce, index);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(GCM, aead, sealed));
  } catch {
    throw cannotOpen();
  }
}

/** One object for all calls: WebCrypto copies what it is given before it returns. */
const GCM = { name: 'AES-GCM', iv: new Uint8Array(GCM_NONCE_BYTES) };

function setChunkNonce(baseNonce: Bytes, index: number): void {
  if (index >= MAX_CHUNKS) throw new CryptoError('invalid-content', 'This is too long to seal.');
  const nonce = GCM.iv;
  nonce.set(baseNonce);
  let rest = index;
  for (let i = GCM_NONCE_BYTES - 1; rest > 0; i--) {
    nonce[i] = (nonce[i] as number) ^ (rest & 255);
    rest = Math.floor(rest / 256);
  }
}

/** The chunks of a whole message: full ones, then a shorter one that may be empty. */
function splitIntoChunks(message: Bytes, chunkBytes: number): Bytes[] {
  const count = Math.floor(message.length / chunkBytes) + 1;
  return Array.from({ length: count }, (_, index) =>
    message.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
}

/** Seals a whole message held in memory. */
export async function sealCobblestone(
  plain: Bytes,
  key: Bytes,
  context: Bytes,
  salt?: Bytes,
): Promise<Bytes> {
  const keys = await keysToSeal(key, context, salt);
  const chunks = splitIntoChunks(plain, CHUNK_BYTES);
  const sealed = chunks.map((chunk, index) => sealChunk(keys, index, chunk));
  return concat(keys.header, ...(await Promise.all(sealed)));
}

/**
 * Opens a whole message held in memory.
 * @throws {CryptoError} `cannot-open`, and `invalid-key` for a key that has not 32 bytes
 */
export async function openCobblestone(sealed: Bytes, key: Bytes, context: Bytes): Promise<Bytes> {
  const keys = await keysToOpen(key, context, sealed.slice(0, COBBLESTONE_HEADER_BYTES));
  const chunks = splitIntoChunks(sealed.subarray(COBBLESTONE_HEADER_BYTES), SEALED_CHUNK_BYTES);
  return concat(
    ...(await Promise.all(chunks.map((chunk, index) => openChunk(keys, index, chunk)))),
  );
}
