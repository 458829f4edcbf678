import { KEY_BYTES, type SymmetricKey } from './brand.ts';
import { type Bytes, concat, utf8 } from './bytes.ts';

/** HKDF-SHA-512, extract and expand (RFC 5869), 32 bytes out. */
export async function hkdf(ikm: Bytes, salt: Bytes, info: string): Promise<SymmetricKey> {
  const key = await crypto.subtle.importKey('raw', ikm, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-512', salt, info: utf8(info) },
    key,
    KEY_BYTES * 8,
  );
  return new Uint8Array(bits) as SymmetricKey;
}

const MAX_EXPAND_BYTES = 255 * 64;

/** HKDF-Expand with SHA-512 alone (RFC 5869 section 2.3), which WebCrypto does not offer. */
export async function hkdfExpand(prk: Bytes, info: Bytes, length: number): Promise<Bytes> {
  if (length > MAX_EXPAND_BYTES) throw new RangeError('HKDF gives at most 255 blocks.');
  const key = await crypto.subtle.importKey('raw', prk, { name: 'HMAC', hash: 'SHA-512' }, false, [
    'sign',
  ]);
  let block: Bytes = new Uint8Array(0);
  let output: Bytes = new Uint8Array(0);
  for (let counter = 1; output.length < length; counter++) {
    const input = concat(block, info, Uint8Array.of(counter));
    block = new Uint8Array(await crypto.subtle.sign('HMAC', key, input));
    output = concat(output, block);
  }
  return output.slice(0, length);
}
