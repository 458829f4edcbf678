import { ACCOUNT_SALT_BYTES, deriveIntegrityKey, type KdfParameters } from './account.ts';
import type { KeyName, KeyUse } from './account-objects.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from './brand.ts';
import { type Bytes, concat, u64, utf8 } from './bytes.ts';
import { open, seal } from './envelope.ts';
import { cannotOpen } from './error.ts';

/*
 * The sealed manifest of an account (PROTOCOL section 5): what a server must show of it, so that nothing can be
 * swapped, rolled back or left out unnoticed. JSON in an envelope of role `manifest` under the integrity key;
 * the envelope's object is the account, its version the manifest's counter.
 */

export interface ManifestKey extends KeyName {
  /** RFC 7638 thumbprint of the public key, 32 bytes. */
  readonly thumbprint: Bytes;
}

export interface Manifest {
  /** Of the user key, from 1. */
  readonly generation: number;
  /** Of the password. */
  readonly kdf: KdfParameters;
  readonly keys: readonly ManifestKey[];
  /** Lowest version that the server must have of each item, by the base64url of the item's id. */
  readonly items: ReadonlyMap<string, number>;
  /**
   * How many of the manifests so far each device has written, by a random id that it gave itself, 16 bytes in base64url. In
   * one history no number ever falls: where one did, what that device wrote is missing from it.
   */
  readonly writers: ReadonlyMap<string, number>;
}

interface ManifestJson {
  readonly v: 1;
  readonly generation: number;
  readonly kdf: { readonly salt: string; readonly iterations: number };
  readonly keys: readonly {
    readonly id: string;
    readonly version: number;
    readonly use: KeyUse;
    readonly thumbprint: string;
  }[];
  /** base64url of `id, 16 | version u64` for each item, ordered by id. */
  readonly items: string;
  /** base64url of `writer id, 16 | number u64` for each writer, ordered by id; left out where there is none. */
  readonly writers?: string;
}

const ENTRY_BYTES = OBJECT_ID_BYTES + 8;
const THUMBPRINT_BYTES = 32;

/** The manifest's JSON in UTF-8. */
export function encodeManifest({ generation, kdf, keys, items, writers }: Manifest): Bytes {
  const json: ManifestJson = {
    v: 1,
    generation,
    kdf: { salt: encodeBase64url(kdf.salt), iterations: kdf.iterations },
    keys: keys.map(({ id, version, use, thumbprint }) => ({
      id: encodeBase64url(id),
      version,
      use,
      thumbprint: encodeBase64url(thumbprint),
    })),
    items: encodeEntries(items),
    ...(writers.size > 0 && { writers: encodeEntries(writers) }),
  };
  return utf8(JSON.stringify(json));
}

function encodeEntries(numbers: ReadonlyMap<string, number>): string {
  const entries = [...numbers].map(([id, number]) =>
    concat(decodeBase64url(id, OBJECT_ID_BYTES), u64(number)),
  );
  return encodeBase64url(concat(...entries.sort(compareBytes)));
}

/** @throws {CryptoError} `cannot-open`: no manifest of this version */
export function decodeManifest(bytes: Bytes): Manifest {
  try {
    const json = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    const { v, generation, kdf, keys, items, writers = '' } = json as ManifestJson;
    if (v !== 1 || !isCount(generation) || !isCount(kdf.iterations)) throw cannotOpen();
    const salt = decodeBase64url(kdf.salt, ACCOUNT_SALT_BYTES);
    return {
      generation,
      kdf: { salt, iterations: kdf.iterations },
      keys: keys.map(decodeKey),
      items: decodeEntries(decodeBase64url(items)),
      writers: decodeEntries(decodeBase64url(writers)),
    };
  } catch {
    throw cannotOpen();
  }
}

function decodeKey({ id, version, use, thumbprint }: ManifestJson['keys'][number]): ManifestKey {
  if (!isCount(version) || (use !== 'encryption' && use !== 'signing')) throw cannotOpen();
  return {
    id: decodeBase64url(id, OBJECT_ID_BYTES) as ObjectId,
    version,
    use,
    thumbprint: decodeBase64url(thumbprint, THUMBPRINT_BYTES),
  };
}

function decodeEntries(packed: Bytes): ReadonlyMap<string, number> {
  if (packed.length % ENTRY_BYTES !== 0) throw cannotOpen();
  const view = new DataView(packed.buffer, packed.byteOffset);
  const numbers = new Map<string, number>();
  for (let at = 0; at < packed.length; at += ENTRY_BYTES) {
    const id = packed.subarray(at, at + OBJECT_ID_BYTES);
    const number = Number(view.getBigUint64(at + OBJECT_ID_BYTES));
    const isOrdered = at === 0 || compareBytes(packed.subarray(at - ENTRY_BYTES, at), id) < 0;
    if (!isOrdered || !isCount(number)) throw cannotOpen();
    numbers.set(encodeBase64url(id), number);
  }
  if (numbers.size * ENTRY_BYTES !== packed.length) throw cannotOpen();
  return numbers;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

/** By the first 16 bytes of each. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < OBJECT_ID_BYTES; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Seals the manifest number `counter` of the account. */
export async function sealManifest(
  userKey: SymmetricKey,
  accountId: ObjectId,
  counter: number,
  manifest: Manifest,
): Promise<Bytes> {
  const key = await deriveIntegrityKey(userKey);
  const object = { role: 'manifest', id: accountId, version: counter } as const;
  return seal(key, object, encodeManifest(manifest));
}

/** @throws {CryptoError} `cannot-open`: also where it is another account's, or has another counter */
export async function openManifest(
  userKey: SymmetricKey,
  accountId: ObjectId,
  counter: number,
  sealed: Bytes,
): Promise<Manifest> {
  const key = await deriveIntegrityKey(userKey);
  const object = { role: 'manifest', id: accountId, version: counter } as const;
  return decodeManifest(await open(key, object, sealed));
}
