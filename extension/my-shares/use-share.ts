import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../shared/api/client/api-error.ts';
import {
  narrowShare,
  type OwnedShare,
  readEvents,
  readStatus,
  revokeShare,
} from '../../shared/api/client/own-share.ts';
import type { NarrowShareRequest, ShareEvent, ShareStatus } from '../../shared/api/contract.ts';
import type { OwnerRecord } from './owner-record.ts';
import { openOwnerRecord } from './store-shares.ts';

export type ShareView =
  | { readonly name: 'loading' }
  | { readonly name: 'known'; readonly status: ShareStatus }
  /** The server knows it no more: it ended more than 30 days ago. */
  | { readonly name: 'forgotten' }
  | { readonly name: 'failed' }
  /** Its owner token was sealed by another profile. */
  | { readonly name: 'locked' };

export interface UseShare {
  readonly view: ShareView;
  readonly loadEvents: () => Promise<readonly ShareEvent[]>;
  /** @throws {ApiError | UnreachableError} */
  readonly narrow: (change: NarrowShareRequest) => Promise<void>;
  /** @throws {ApiError | UnreachableError} */
  readonly revoke: () => Promise<void>;
}

/** Where one share stands on its server; read again whenever `round` changes. */
export function useShare(record: OwnerRecord, round: number): UseShare {
  const [view, setView] = useState<ShareView>({ name: 'loading' });
  const owned = (): Promise<OwnedShare> => openOwnerRecord(record);

  async function load(signal?: AbortSignal): Promise<void> {
    const next = await look(record, signal);
    if (!signal?.aborted) setView(next);
  }

  useEffect(() => {
    const leaving = new AbortController();
    setView({ name: 'loading' });
    void load(leaving.signal);
    return () => leaving.abort();
  }, [record.id, round]);

  return {
    view,
    loadEvents: async () => readEvents(await owned()),
    async narrow(change) {
      setView({ name: 'known', status: await narrowShare(await owned(), change) });
    },
    async revoke() {
      await revokeShare(await owned());
      await load();
    },
  };
}

async function look(record: OwnerRecord, signal?: AbortSignal): Promise<ShareView> {
  let owned: OwnedShare;
  try {
    owned = await openOwnerRecord(record);
  } catch {
    return { name: 'locked' };
  }
  try {
    return { name: 'known', status: await readStatus(owned, signal) };
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.code === 'share-not-found';
    return { name: isUnknown ? 'forgotten' : 'failed' };
  }
}
