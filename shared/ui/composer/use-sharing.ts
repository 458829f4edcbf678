import { useRef, useState } from 'preact/hooks';
import { type OwnedShare, revokeShare } from '../../api/client/own-share.ts';
import type { ShareContent } from '../../crypto/share.ts';
import { useLeaveWarning } from '../use-leave-warning.ts';
import type { ShareChoices } from './share-choices.ts';
import { prepareSharing, type SharedShare, type Sharing } from './sharing.ts';
import { describeFailure, type SharingFailure } from './sharing-failure.ts';

export type SharingState =
  | { readonly name: 'idle' }
  | { readonly name: 'sealing' }
  /** Bytes of ciphertext that the server has, of all. */
  | { readonly name: 'uploading'; readonly done: number; readonly total: number }
  | { readonly name: 'failed'; readonly failure: SharingFailure }
  | { readonly name: 'shared'; readonly share: SharedShare };

export interface UseSharing {
  readonly state: SharingState;
  readonly share: (content: ShareContent, choices: ShareChoices) => void;
  /** Goes on after a failure that can resume. */
  readonly tryAgain: () => void;
  /** Gives up what is under way and deletes what the server has of it; back to `idle`. */
  readonly cancel: () => void;
  /** From `shared` back to `idle`. */
  readonly reset: () => void;
}

interface SharingOptions {
  readonly origin: string;
  /** Before anything is sent: who wants to keep the owner token in any case takes it here. */
  readonly onSealed?: (owned: OwnedShare) => void | Promise<void>;
  readonly onShared?: (share: SharedShare) => void | Promise<void>;
}

/** The way of a share from content to link. Warns before the tab is closed while it uploads. */
export function useSharing({ origin, onSealed, onShared }: SharingOptions): UseSharing {
  const [state, setState] = useState<SharingState>({ name: 'idle' });
  const sharing = useRef<Sharing | undefined>(undefined);
  const stop = useRef(new AbortController());
  useLeaveWarning(state.name === 'sealing' || state.name === 'uploading');

  async function upload(signal: AbortSignal, made: Sharing): Promise<void> {
    const total = made.contentLength;
    setState((now) => (now.name === 'uploading' ? now : { name: 'uploading', done: 0, total }));
    const onProgress = (done: number) => setState({ name: 'uploading', done, total });
    const share = await made.run({ signal, onProgress });
    signal.throwIfAborted();
    await onShared?.(share);
    setState({ name: 'shared', share });
  }

  async function attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    stop.current = new AbortController();
    const { signal } = stop.current;
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) setState({ name: 'failed', failure: describeFailure(error) });
    }
  }

  return {
    state,
    share(content, choices) {
      setState({ name: 'sealing' });
      attempt(async (signal) => {
        const made = await prepareSharing(origin, content, choices);
        signal.throwIfAborted();
        sharing.current = made;
        await onSealed?.(made.owned);
        await upload(signal, made);
      });
    },
    tryAgain() {
      const made = sharing.current;
      if (made) attempt((signal) => upload(signal, made));
    },
    cancel() {
      stop.current.abort();
      if (sharing.current) revokeShare(sharing.current.owned).catch(() => {}); // else swept in a day
      sharing.current = undefined;
      setState({ name: 'idle' });
    },
    reset() {
      sharing.current = undefined;
      setState({ name: 'idle' });
    },
  };
}
