import type { LinkSecret, ObjectId, SymmetricKey } from './brand.ts';
import { type Bytes, concat } from './bytes.ts';
import { labelled } from './hash.ts';
import { hkdf } from './hkdf.ts';
import { encodePassphrase, pbkdf2 } from './passphrase.ts';

const PASSPHRASE_ITERATIONS = 600_000;

/** What proves to the server that one holds the whole link and the passphrase, and what opens the data key. */
export interface ViewKeys {
  readonly view: Bytes;
  readonly kek: SymmetricKey;
}

/** What proves to the server that one holds the link, 32 bytes; needs no passphrase (PROTOCOL section 3). */
export function deriveProbe(id: ObjectId, secret: LinkSecret): Promise<Bytes> {
  return hkdf(secret, linkSalt(id), 'probe');
}

/**
 * The keys of a link (PROTOCOL section 3). With a passphrase this takes 600,000 iterations of PBKDF2.
 * @throws {CryptoError} `invalid-passphrase`
 */
export async function deriveViewKeys(
  id: ObjectId,
  secret: LinkSecret,
  passphrase?: string,
): Promise<ViewKeys> {
  const salt = linkSalt(id);
  const ikm =
    passphrase === undefined ? secret : concat(secret, await stretch(secret, salt, passphrase));
  const [view, kek] = await Promise.all([hkdf(ikm, salt, 'view'), hkdf(ikm, salt, 'kek')]);
  return { view, kek };
}

async function stretch(secret: LinkSecret, salt: Bytes, passphrase: string): Promise<Bytes> {
  const password = encodePassphrase(passphrase);
  return pbkdf2(password, await hkdf(secret, salt, 'passphrase-salt'), PASSPHRASE_ITERATIONS);
}

function linkSalt(id: ObjectId): Bytes {
  return labelled('inkseal/link/v1', id);
}
