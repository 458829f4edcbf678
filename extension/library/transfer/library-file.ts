import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../../../shared/crypto/brand.ts';
import { type Bytes, concat, equalBytes, randomBytes, utf8 } from '../../../shared/crypto/bytes.ts';
import { open, sealStream } from '../../../shared/crypto/envelope.ts';
import { encodePassphrase, pbkdf2 } from '../../../shared/crypto/passphrase.ts';

/* A library as one file: "inkseal-library" | version u8 | salt 16 | envelope of a ZIP. The salt of the passphrase
 * is the envelope's object id too. */

const MAGIC = utf8('inkseal-library');
const VERSION = 1;
const ITERATIONS = 600_000;
const PREFIX_BYTES = MAGIC.length + 1 + OBJECT_ID_BYTES;

export const SEALED_EXTENSION = '.inkseal-library';

const objectOf = (salt: Bytes) =>
  ({ role: 'vault-item', id: salt as ObjectId, version: VERSION }) as const;

/** `zip` sealed under the passphrase. @throws {CryptoError} `invalid-passphrase` */
export async function sealLibrary(zip: readonly Bytes[], passphrase: string): Promise<Blob> {
  const salt = randomBytes(OBJECT_ID_BYTES);
  const key = await deriveKey(passphrase, salt);
  const length = zip.reduce((sum, piece) => sum + piece.length, 0);
  const envelope = sealStream(key, objectOf(salt), streamOf(zip), length);
  const sealed = await new Response(envelope).blob();
  return new Blob([concat(MAGIC, Uint8Array.of(VERSION), salt), sealed]);
}

/** What a file is by its first bytes. */
export function kindOfFile(file: Bytes): 'sealed' | 'newer' | 'zip' | 'other' {
  if (equalBytes(file.subarray(0, MAGIC.length), MAGIC)) {
    return file[MAGIC.length] === VERSION ? 'sealed' : 'newer';
  }
  return equalBytes(file.subarray(0, 4), utf8('PK\x03\x04')) ? 'zip' : 'other';
}

/**
 * The ZIP in a sealed file.
 * @throws {CryptoError} `cannot-open` for a wrong passphrase or a damaged file, `invalid-passphrase`
 */
export async function openLibrary(file: Bytes, passphrase: string): Promise<Bytes> {
  const salt = file.slice(PREFIX_BYTES - OBJECT_ID_BYTES, PREFIX_BYTES);
  const key = await deriveKey(passphrase, salt);
  return open(key, objectOf(salt), file.subarray(PREFIX_BYTES));
}

async function deriveKey(passphrase: string, salt: Bytes): Promise<SymmetricKey> {
  return (await pbkdf2(encodePassphrase(passphrase), salt, ITERATIONS)) as SymmetricKey;
}

function streamOf(pieces: readonly Bytes[]): ReadableStream<Uint8Array> {
  const rest = pieces.values();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = rest.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
