import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES, type ObjectId } from '../../shared/crypto/brand.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import type { Vault, VaultObject } from '../../shared/keys/vault.ts';
import type { DiagramId, PartId } from './model/diagram.ts';

/** What a library stands on. */
export interface Shelf {
  readonly vault: Vault;
  /** All vaults that it joins, where it joins some: each has the folders. */
  readonly vaults?: () => Promise<readonly Vault[]>;
  /** Whether other devices put parts of that diagram here too: what no record names may be on its way. */
  readonly isShared?: (id: DiagramId) => Promise<boolean>;
  /** Runs `act` while nobody else, in any tab, runs one under the same name. */
  readonly exclusively: <T>(name: string, act: () => Promise<T>) => Promise<T>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/* Names in the store. A diagram's record names everything else of it: what it does not name is no part of it. */

export const RECORDS = 'record/';
export const partsOf = (id: DiagramId): string => `part/${id}/`;
export const PARTS = 'part/';

export function newId<Id extends string>(): Id {
  return encodeBase64url(randomBytes(OBJECT_ID_BYTES)) as Id;
}

export function recordObject(id: DiagramId): VaultObject {
  return { name: `${RECORDS}${id}`, role: 'vault-item', id: objectId(id) };
}

export function sceneObject(id: DiagramId, version: number): VaultObject {
  return { name: `${partsOf(id)}v${version}`, role: 'scene', id: objectId(id) };
}

export function partObject(id: DiagramId, part: PartId): VaultObject {
  return { name: `${partsOf(id)}${part}`, role: 'scene', id: objectId(part) };
}

/** @throws {CryptoError} `invalid-encoding` where it is none */
function objectId(id: string): ObjectId {
  return decodeBase64url(id, OBJECT_ID_BYTES) as ObjectId;
}
