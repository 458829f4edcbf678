import type { KeyName } from '../crypto/account-objects.ts';
import { openPrivateKey } from '../crypto/account-objects.ts';
import { decodeBase64url, encodeBase64url } from '../crypto/base64url.ts';
import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../crypto/brand.ts';
import { type Bytes, equalBytes } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/hash.ts';
import { type Manifest, type ManifestKey, openManifest } from '../crypto/manifest.ts';
import { importRecipientKeys, type RecipientKeys } from '../crypto/recipient.ts';
import { importSigner, importSigningKeys, type SigningKeys } from '../crypto/signing.ts';
import type { StoredAccount, WireKdf, WireKey } from './account-client.ts';
import { AccountError, orRefuse } from './account-error.ts';
import {
  advance,
  type DeviceMemory,
  type Remembered,
  type Seen,
  startAgain,
} from './device-memory.ts';

/** What unlocking gives: the only secret from which all others of an account open. */
export interface UnlockedAccount {
  readonly accountId: ObjectId;
  /** Of the user key. */
  readonly generation: number;
  readonly userKey: SymmetricKey;
}

/** An account whose state on the server was checked against its manifest and against what this device saw. */
export interface OpenAccount extends UnlockedAccount {
  /** What was checked: keep it to unlock without the server. */
  readonly stored: StoredAccount;
  readonly manifest: Manifest;
  readonly encryption: RecipientKeys;
  readonly signing: SigningKeys;
}

/** What can be checked of an account once its user key is there. */
export type ServedAccount = Pick<
  StoredAccount,
  'id' | 'email' | 'generation' | 'keys' | 'manifest' | 'manifestCounter'
> & { readonly kdf?: WireKdf };

/** Opens an account with its user key; see `verifyAccount`. */
export async function openAccount(
  stored: StoredAccount,
  userKey: SymmetricKey,
  memory: DeviceMemory,
): Promise<OpenAccount> {
  return { ...(await verifyAccount(stored, userKey, memory)), stored };
}

/**
 * Checks everything that is shown of an account, and opens its key pairs. With a memory it is what a server shows: it
 * is checked against what was seen before, and remembered.
 * @throws {AccountError}
 */
export async function verifyAccount(
  stored: ServedAccount,
  userKey: SymmetricKey,
  memory?: DeviceMemory,
): Promise<VerifiedAccount> {
  refuseOlder(stored, await memory?.read(stored.id));
  const { verified, seen } = await checkAccount(stored, userKey);
  await memory?.update(stored.id, (known) => advance(known, seen));
  return verified;
}

/**
 * As `verifyAccount`, for a person who says that what is shown is right though this device saw more: a backup was restored.
 * Takes the place of what was known.
 * @throws {AccountError} what is wrong with it whatever was seen before
 */
export async function acceptAccount(
  stored: ServedAccount,
  userKey: SymmetricKey,
  memory: DeviceMemory,
): Promise<VerifiedAccount> {
  const { verified, seen } = await checkAccount(stored, userKey);
  await memory.update(stored.id, (known) => startAgain(known, seen));
  return verified;
}

export type VerifiedAccount = Omit<OpenAccount, 'stored'>;

async function checkAccount(
  stored: ServedAccount,
  userKey: SymmetricKey,
): Promise<{ readonly verified: VerifiedAccount; readonly seen: Seen }> {
  const accountId = await readId(stored.id);
  const sealed = await orRefuse('manifest-damaged', () => decodeBase64url(stored.manifest));
  const manifest = await orRefuse('manifest-damaged', () =>
    openManifest(userKey, accountId, stored.manifestCounter, sealed),
  );
  if (manifest.generation !== stored.generation) throw new AccountError('wrong-generation');
  const salt = encodeBase64url(manifest.kdf.salt);
  const { iterations } = manifest.kdf;
  if (stored.kdf && stored.kdf.salt !== salt) throw new AccountError('salt-changed');
  if (stored.kdf && stored.kdf.iterations !== iterations) throw new AccountError('kdf-changed');
  const keys = await openKeys(userKey, manifest, stored.keys);
  const seen: Seen = {
    accountId: stored.id,
    email: stored.email,
    salt,
    iterations,
    generation: stored.generation,
    manifestCounter: stored.manifestCounter,
    manifestHash: encodeBase64url(await sha256(sealed)),
    keys: manifest.keys.map(({ id, use, thumbprint }) => ({
      id: encodeBase64url(id),
      use,
      thumbprint: encodeBase64url(thumbprint),
    })),
    writers: Object.fromEntries(manifest.writers),
  };
  const verified = { accountId, generation: stored.generation, userKey, manifest, ...keys };
  return { verified, seen };
}

/** Says early, and by its right name, what would otherwise only fail to open. */
function refuseOlder(stored: ServedAccount, known: Remembered | undefined): void {
  if (!known) return;
  if (stored.generation < known.generation) throw new AccountError('wrong-generation');
  if (stored.manifestCounter < known.manifestCounter) throw new AccountError('manifest-older');
}

export function readId(text: string): Promise<ObjectId> {
  return orRefuse('invalid-answer', () => decodeBase64url(text, OBJECT_ID_BYTES) as ObjectId);
}

async function openKeys(
  userKey: SymmetricKey,
  manifest: Manifest,
  served: readonly WireKey[],
): Promise<{ encryption: RecipientKeys; signing: SigningKeys }> {
  const named = new Set(manifest.keys.map(({ id }) => encodeBase64url(id)));
  const strangers = served.map(({ id }) => id).filter((id) => !named.has(id));
  if (strangers.length > 0) throw new AccountError('key-swapped', { ids: strangers });
  const stored = await Promise.all(
    manifest.keys.map(async (key) => ({
      use: key.use,
      pair: await openPair(userKey, key, served),
    })),
  );
  const pairOf = (use: KeyName['use']) => {
    const found = stored.find((it) => it.use === use)?.pair;
    if (!found) throw new AccountError('key-missing');
    return found;
  };
  return orRefuse('key-swapped', async () => ({
    encryption: await importRecipientKeys(pairOf('encryption')),
    signing: await importSigningKeys(pairOf('signing')),
  }));
}

async function openPair(
  userKey: SymmetricKey,
  key: ManifestKey,
  served: readonly WireKey[],
): Promise<{ point: Bytes; pkcs8: Bytes }> {
  const id = encodeBase64url(key.id);
  const found = served.find((it) => it.id === id);
  if (!found) throw new AccountError('key-missing', { ids: [id] });
  const swapped = () => new AccountError('key-swapped', { ids: [id] });
  try {
    const point = decodeBase64url(found.publicKey);
    const { keyId } = await importSigner(point);
    if (found.use !== key.use || !equalBytes(keyId, key.thumbprint)) throw swapped();
    const sealed = decodeBase64url(found.sealedPrivateKey);
    return { point, pkcs8: await openPrivateKey(userKey, key, sealed) };
  } catch {
    throw swapped();
  }
}
