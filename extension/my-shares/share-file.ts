import type { OwnedShare } from '../../shared/api/client/own-share.ts';
import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import {
  OBJECT_ID_BYTES,
  type ObjectId,
  type OwnerToken,
  SECRET_BYTES,
  type SymmetricKey,
} from '../../shared/crypto/brand.ts';
import { equalBytes, randomBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { open, seal } from '../../shared/crypto/envelope.ts';
import { encodePassphrase, pbkdf2 } from '../../shared/crypto/passphrase.ts';
import { deriveShareId, hashOwnerToken } from '../../shared/crypto/share-id.ts';
import { parseServerAddress } from '../settings/server-address.ts';

/* My shares as a file, to take to another profile: who has it and its passphrase can look after the shares,
 * and end them, but not read them. */

export interface ExportedShare extends OwnedShare {
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

const FORMAT = 'inkseal-my-shares';
const VERSION = 1;
const ITERATIONS = 600_000;
/** Sealed as one item of a vault would be, under an id of its own, which is also the passphrase's salt. */
const objectOf = (salt: Uint8Array<ArrayBuffer>) =>
  ({ role: 'vault-item', id: salt as ObjectId, version: VERSION }) as const;

/** The file's text. @throws {CryptoError} `invalid-passphrase` */
export async function writeShareFile(
  shares: readonly ExportedShare[],
  passphrase: string,
): Promise<string> {
  const salt = randomBytes(OBJECT_ID_BYTES);
  const rows = shares.map(({ id, ownerToken, ...rest }) => ({
    ...rest,
    id: encodeBase64url(id),
    ownerToken: encodeBase64url(ownerToken),
  }));
  const key = await deriveKey(passphrase, salt);
  const sealed = await seal(key, objectOf(salt), utf8(JSON.stringify(rows)));
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    salt: encodeBase64url(salt),
    sealed: encodeBase64url(sealed),
  });
}

/**
 * The shares in a file's text; those that make no sense are left out.
 * @throws {CryptoError} `cannot-open` for a wrong passphrase or a damaged file, `invalid-passphrase`
 * @throws {SyntaxError} where it is no such file
 */
export async function readShareFile(text: string, passphrase: string): Promise<ExportedShare[]> {
  const file = parseObject(text);
  if (file.format !== FORMAT || file.version !== VERSION) throw new SyntaxError('not such a file');
  const salt = decodeBase64url(String(file.salt), OBJECT_ID_BYTES);
  const key = await deriveKey(passphrase, salt);
  const json = await open(key, objectOf(salt), decodeBase64url(String(file.sealed)));
  const rows: unknown = JSON.parse(new TextDecoder().decode(json));
  const shares = await Promise.all((Array.isArray(rows) ? rows : []).map(readRow));
  return shares.filter((share) => share !== undefined);
}

async function deriveKey(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<SymmetricKey> {
  return (await pbkdf2(encodePassphrase(passphrase), salt, ITERATIONS)) as SymmetricKey;
}

/** An id that does not belong to its token, or a server that must not be asked, makes no sense. */
async function readRow(row: Record<string, unknown>): Promise<ExportedShare | undefined> {
  try {
    const id = decodeBase64url(String(row.id), OBJECT_ID_BYTES) as ObjectId;
    const ownerToken = decodeBase64url(String(row.ownerToken), SECRET_BYTES) as OwnerToken;
    const origin = parseServerAddress(String(row.origin));
    if (!equalBytes(id, await deriveShareId(await hashOwnerToken(ownerToken)))) return undefined;
    if (origin === undefined) return undefined;
    const createdAt = Number.isFinite(row.createdAt) ? Number(row.createdAt) : Date.now();
    return { id, ownerToken, origin, createdAt, label: String(row.label ?? '') };
  } catch {
    return undefined;
  }
}

function parseObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new SyntaxError('not such a file');
  return value as Record<string, unknown>;
}
