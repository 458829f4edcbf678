import { asBytes, type Bytes, concat, utf8 } from './bytes.ts';

/** SHA-256 (FIPS 180-4) of `bytes`, 32 bytes. */
export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', asBytes(bytes)));
}

/** `label | 0x00 | parts`: how the protocol separates the domains of its hashes and salts. */
export function labelled(label: string, ...parts: readonly Uint8Array[]): Bytes {
  return concat(utf8(label), new Uint8Array(1), ...parts);
}
