import { AccountError } from '../../../shared/account/account-error.ts';
import { mayBeRestored } from '../../../shared/account/older-state.ts';
import { ApiError, UnreachableError } from '../../../shared/api/client/api-error.ts';
import { listenToLibrary } from '../../../shared/api/client/library/listen-to-library.ts';
import { readLibrary } from '../../../shared/api/client/library/read-library.ts';
import type { SyncProgress } from '../../../shared/sync/sync-library.ts';
import { listenForAccountChanges } from '../../account/session/announce-account.ts';
import { listenForChanges } from '../announce-change.ts';
import { SYNC_LOCK } from './account-mirror.ts';
import { listenForAccountEdits } from './account-opening.ts';
import { type AccountPlace, openAccountPlace } from './account-place.ts';
import { syncPlace } from './sync-place.ts';

/** How the account's library stands to its server. */
export type SyncState =
  | { readonly name: 'off' }
  | { readonly name: 'working'; readonly progress?: SyncProgress }
  | {
      readonly name: 'done';
      readonly used: number;
      readonly limit: number;
      /** So many wait for room. */
      readonly refusedCount: number;
    }
  | {
      readonly name: 'offline';
      /** How far the first reading was that broke off. */
      readonly progress?: SyncProgress;
    }
  /** What the server does is refused; `message` says why. */
  | {
      readonly name: 'refused';
      readonly message: string;
      /** Whether a restored backup would explain it: then a person may accept it. */
      readonly mayBeRestored: boolean;
    };

export interface SyncOptions {
  readonly onState: (state: SyncState) => void;
  /** Something in the library is other than before. */
  readonly onChanged: () => void;
}

const PAUSE_MS = 800;
const AGAIN_MS = 60_000;

/**
 * Keeps the account's library the same here and at its server, as long as the page is open: after changes here, when
 * the server tells of one, when the network is back, and every minute. Of several pages, one does it.
 * @returns a function that ends it
 */
export function runSync({ onState, onChanged }: SyncOptions): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hangUp: (() => void) | undefined;
  let place: AccountPlace | undefined;
  let isRunning = false;
  let isWanted = false;
  let lastProgress: SyncProgress | undefined;

  const syncSoon = (ms = PAUSE_MS): void => {
    clearTimeout(timer);
    if (signal.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      void sync();
    }, ms);
  };

  async function sync(): Promise<void> {
    if (isRunning) {
      isWanted = true;
      return;
    }
    isRunning = true;
    try {
      const now = await openAccountPlace();
      if (now !== place) listen(now);
      if (now) await navigator.locks.request(SYNC_LOCK, { signal }, () => syncOnce(now));
      else onState({ name: 'off' });
    } catch (error) {
      if (!signal.aborted) onState(failedState(error, lastProgress));
    } finally {
      isRunning = false;
      if (isWanted) syncSoon();
      // What changed during this one waits for its own turn, not for a minute.
      else if (timer === undefined) syncSoon(AGAIN_MS);
      isWanted = false;
    }
  }

  async function syncOnce(now: AccountPlace): Promise<void> {
    onState({ name: 'working', ...(lastProgress && { progress: lastProgress }) });
    const onProgress = (progress: SyncProgress) => {
      lastProgress = progress;
      onState({ name: 'working', progress });
    };
    const { changed, refused } = await syncPlace(now, onProgress);
    if (changed.length > 0) onChanged();
    lastProgress = undefined;
    const { used, limit } = await readLibrary(now.setting.transport);
    onState({ name: 'done', used, limit, refusedCount: refused.length });
  }

  function listen(now: AccountPlace | undefined): void {
    hangUp?.();
    place = now;
    if (!now) return;
    hangUp = listenToLibrary(now.setting.transport, { onChange: () => syncSoon(0) });
  }

  const stopChanges = listenForChanges(() => syncSoon());
  const stopEdits = listenForAccountEdits(() => syncSoon());
  const stopAccount = listenForAccountChanges(() => syncSoon(0));
  addEventListener('online', () => syncSoon(0), { signal });
  void sync();
  return () => {
    ending.abort();
    clearTimeout(timer);
    stopChanges();
    stopEdits();
    stopAccount();
    hangUp?.();
  };
}

function failedState(error: unknown, last: SyncProgress | undefined): SyncState {
  if (error instanceof AccountError) return refused(error);
  if (error instanceof ApiError && error.code === 'session-ended') return { name: 'off' };
  if (error instanceof UnreachableError || error instanceof ApiError) {
    return { name: 'offline', ...(last?.phase === 'pull' && { progress: last }) };
  }
  return refused(error);
}

function refused(error: unknown): SyncState {
  const message = error instanceof Error ? error.message : '';
  return { name: 'refused', message, mayBeRestored: mayBeRestored(error) };
}
