import type { SignUpRequest } from '../api/contract.ts';
import { ACCOUNT_SALT_BYTES, derivePasswordKeys } from '../crypto/account.ts';
import { type KeyUse, sealPrivateKey, wrapUserKey } from '../crypto/account-objects.ts';
import { encodeBase64url } from '../crypto/base64url.ts';
import { KEY_BYTES, OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../crypto/brand.ts';
import { randomBytes } from '../crypto/bytes.ts';
import { type ManifestKey, sealManifest } from '../crypto/manifest.ts';
import { type StoredKeyPair, thumbprintOf } from '../crypto/p384.ts';
import { generateRecipientKeyPair } from '../crypto/recipient.ts';
import { generateSigningKeyPair } from '../crypto/signing.ts';

import type { AccountClient, WireDevice, WireKey } from './account-client.ts';
import { type DeviceMemory, findKnown } from './device-memory.ts';
import { makeKit } from './kit.ts';
import { NEW_ITERATIONS, writeKdf } from './password-keys.ts';
import { enter, type SignedIn } from './signed-in.ts';

/** A new account, made on this device and not yet with the server. */
export interface PreparedSignUp {
  /** The recovery kit, four lines: shown once, kept nowhere. */
  readonly kit: readonly string[];
  /**
   * Makes the account with the code that was sent by mail, or with what a provider proved. After a wrong code, call it again.
   * @throws {ApiError}
   */
  create(client: AccountClient, proof: SignUpProof, memory: DeviceMemory): Promise<SignedIn>;
}

export type SignUpProof =
  | { readonly email: string; readonly code: string }
  | { readonly identity: string };

const FIRST = 1;

/**
 * Makes all keys of a new account. Takes as long as a sign-in's derivation.
 * @throws {CryptoError} `invalid-passphrase`
 */
export async function prepareSignUp(password: string, device: WireDevice): Promise<PreparedSignUp> {
  const accountId = randomBytes(OBJECT_ID_BYTES) as ObjectId;
  const userKey = randomBytes(KEY_BYTES) as SymmetricKey;
  const kdf = { salt: randomBytes(ACCOUNT_SALT_BYTES), iterations: NEW_ITERATIONS };
  const name = { accountId, generation: FIRST };
  const [passwordKeys, kit, encryption, signing] = await Promise.all([
    derivePasswordKeys(password, kdf),
    makeKit(name, userKey),
    generateRecipientKeyPair().then((pair) => makeKey(userKey, 'encryption', pair)),
    generateSigningKeyPair().then((pair) => makeKey(userKey, 'signing', pair)),
  ]);
  const manifest = {
    generation: FIRST,
    kdf,
    keys: [encryption.entry, signing.entry],
    items: new Map<string, number>(),
    writers: new Map<string, number>(),
  };
  const account: SignUpRequest['account'] = {
    id: encodeBase64url(accountId),
    kdf: writeKdf(kdf),
    auth: encodeBase64url(passwordKeys.auth),
    wrappedUserKey: encodeBase64url(await wrapUserKey(passwordKeys.kek, name, userKey)),
    recovery: kit.lock,
    keys: [encryption.wire, signing.wire],
    manifest: encodeBase64url(await sealManifest(userKey, accountId, FIRST, manifest)),
    manifestCounter: FIRST,
    generation: FIRST,
  };
  return {
    kit: kit.lines,
    async create(client, proof, memory) {
      const tokens = await client.createAccount({ ...proof, account, device });
      // Whoever makes a new account under an address says so that an older one under it is no more.
      const before = 'email' in proof ? await findKnown(memory, proof.email) : undefined;
      if (before && before.accountId !== tokens.accountId) await memory.forget(before.accountId);
      return enter(client, tokens, async () => userKey, memory);
    },
  };
}

async function makeKey(
  userKey: SymmetricKey,
  use: KeyUse,
  { point, pkcs8 }: StoredKeyPair,
): Promise<{ entry: ManifestKey; wire: WireKey }> {
  const name = { id: randomBytes(OBJECT_ID_BYTES) as ObjectId, version: FIRST, use };
  return {
    entry: { ...name, thumbprint: await thumbprintOf(point) },
    wire: {
      id: encodeBase64url(name.id),
      use,
      publicKey: encodeBase64url(point),
      sealedPrivateKey: encodeBase64url(await sealPrivateKey(userKey, name, pkcs8)),
    },
  };
}
