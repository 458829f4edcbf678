import { OBJECT_ID_BYTES, type ObjectId, type OwnerToken, type Ticket } from './brand.ts';
import type { Bytes } from './bytes.ts';
import { labelled, sha256 } from './hash.ts';

/** The id that belongs to H256(owner token): nobody else can ever make a share under it (PROTOCOL section 3). */
export async function deriveShareId(ownerHash: Uint8Array): Promise<ObjectId> {
  const digest = await sha256(labelled('inkseal/id/v1', ownerHash));
  return digest.slice(0, OBJECT_ID_BYTES) as ObjectId;
}

/** What the server stores of an owner token: H256 of it. */
export function hashOwnerToken(token: OwnerToken): Promise<Bytes> {
  return sha256(token);
}

/** The ticket of one claim (PROTOCOL section 4, step 3). `view` is 32 bytes, `nonce` 16. */
export async function deriveTicket(
  id: ObjectId,
  view: Uint8Array,
  nonce: Uint8Array,
): Promise<Ticket> {
  return (await sha256(labelled('inkseal/ticket/v1', id, view, nonce))) as Ticket;
}
