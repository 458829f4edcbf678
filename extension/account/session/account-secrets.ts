import { type Bytes, utf8 } from '../../../shared/crypto/bytes.ts';
import { openDatabase } from '../../storage/database.ts';
import { openFromProfile, sealToProfile } from '../../storage/profile-key.ts';

/** What is kept of the account under the profile's key: its refresh token, and a copy that opens without the server. */
export type SecretName = 'refresh-token' | 'stored-account';

export async function writeSecret(name: SecretName, bytes: Bytes): Promise<void> {
  const sealed = await sealToProfile(bytes, contextOf(name));
  await (await openDatabase()).put('accountSecrets', sealed, name);
}

/** @throws {DOMException} `OperationError`: not sealed by this profile */
export async function readSecret(name: SecretName): Promise<Bytes | undefined> {
  const sealed = await (await openDatabase()).get('accountSecrets', name);
  return sealed && openFromProfile(sealed, contextOf(name));
}

const contextOf = (name: SecretName) => utf8(`account secret ${name}`);
