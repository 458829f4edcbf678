import type { ObjectId, OwnerToken } from '../../crypto/brand.ts';
import type { EventsAnswer, NarrowShareRequest, ShareEvent, ShareStatus } from '../contract.ts';
import { request, requestJson, sharePath } from './request.ts';
import { retry } from './retry.ts';

/** What a creator needs to look after a share. */
export interface OwnedShare {
  readonly origin: string;
  readonly id: ObjectId;
  readonly ownerToken: OwnerToken;
}

/** @throws {ApiError} `share-not-found` 30 days after its end */
export function readStatus(share: OwnedShare, signal?: AbortSignal): Promise<ShareStatus> {
  const options = { bearer: share.ownerToken, signal };
  return retry(() => requestJson(share.origin, sharePath(share.id), options), signal);
}

/** What happened to the share, oldest first. */
export async function readEvents(
  share: OwnedShare,
  signal?: AbortSignal,
): Promise<readonly ShareEvent[]> {
  const options = { bearer: share.ownerToken, signal };
  const path = sharePath(share.id, '/events');
  const { events } = await retry(
    () => requestJson<EventsAnswer>(share.origin, path, options),
    signal,
  );
  return events;
}

/** Allows fewer views or less time; never more. */
export function narrowShare(share: OwnedShare, change: NarrowShareRequest): Promise<ShareStatus> {
  const options = { method: 'PATCH', bearer: share.ownerToken, json: change } as const;
  return retry(() => requestJson(share.origin, sharePath(share.id), options));
}

/** Ends the share and deletes its content. No request that begins later gets a byte. */
export async function revokeShare(share: OwnedShare): Promise<void> {
  const options = { method: 'DELETE', bearer: share.ownerToken } as const;
  await retry(() => request(share.origin, sharePath(share.id), options));
}
