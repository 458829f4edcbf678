import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import { KEY_BYTES, type ObjectId } from '../../shared/crypto/brand.ts';
import { type Bytes, concat, utf8 } from '../../shared/crypto/bytes.ts';
import { labelled } from '../../shared/crypto/hash.ts';
import type { Env } from '../bindings.ts';
import type { Visitor } from '../durable-objects/share/events.ts';
import { ApiError } from './api-error.ts';
import type { AppContext } from './app-env.ts';
import { addressForLimits } from './client-address.ts';
import { clientFamily } from './client-family.ts';

/* Addresses leave this file only as hashes keyed by the server's secret. */

const EVENT_ADDRESS_BYTES = 8;

/** Who asks, as the log of share `id` may know it. */
export async function visitorOf(c: AppContext, id: ObjectId): Promise<Visitor> {
  const hash = await keyedHash(c.env, concat(id, utf8(clientAddress(c))));
  return {
    client: clientFamily(c.req.header('user-agent') ?? ''),
    address: encodeBase64url(hash.subarray(0, EVENT_ADDRESS_BYTES)),
  };
}

/** What limits know an address by. */
export async function limitKey(c: AppContext): Promise<string> {
  return encodeBase64url(
    await keyedHash(c.env, labelled('inkseal/limit/v1', utf8(clientAddress(c)))),
  );
}

/** Only what the platform sets itself is believed, never a header of the client's choice. */
function clientAddress(c: AppContext): string {
  return addressForLimits(c.req.header('cf-connecting-ip') ?? '');
}

async function keyedHash(env: Env, data: Bytes): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await addressKey(env), data));
}

let imported: { readonly text: string; readonly key: CryptoKey } | null = null;

/**
 * The server's secret for addresses.
 * @throws {ApiError} 503 without a usable `ADDRESS_KEY`: rather no service than addresses in clear
 */
export async function addressKey({ ADDRESS_KEY: text = '' }: Env): Promise<CryptoKey> {
  if (imported?.text !== text) imported = { text, key: await importKey(text) };
  return imported.key;
}

function importKey(text: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', decodeKey(text), algorithm, false, ['sign']);
}

function decodeKey(text: string): Bytes {
  try {
    return decodeBase64url(text, KEY_BYTES);
  } catch {
    throw new ApiError('unavailable', { part: 'address-key' });
  }
}
