import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import type { ObjectId } from '../../shared/crypto/brand.ts';
import { type Bytes, concat, utf8 } from '../../shared/crypto/bytes.ts';
import { labelled } from '../../shared/crypto/hash.ts';
import { hmac, serverKey } from '../access/server-keys.ts';
import type { Env } from '../bindings.ts';
import type { Visitor } from '../durable-objects/share/events.ts';
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
  return hmac(await serverKey(env, 'ADDRESS_KEY'), data);
}
