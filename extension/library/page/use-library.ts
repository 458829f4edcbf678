import { useCallback, useEffect, useState } from 'preact/hooks';
import { SealedStoreError } from '../../../shared/keys/sealed-store.ts';
import { announceChange, listenForChanges } from '../announce-change.ts';
import { listFolders } from '../folders.ts';
import { LOCAL_SHELF } from '../library.ts';
import type { Folder } from '../model/diagram.ts';
import { type Listing, listDiagrams } from '../store-diagrams.ts';
import { sweepLibrary } from '../sweep-parts.ts';

export interface LibraryContent extends Listing {
  readonly folders: readonly Folder[];
}

/** What is said after an act. */
export type Outcome =
  | { readonly name: 'done'; readonly text: string }
  | { readonly name: 'failed' | 'no-room' };

export interface UseLibrary {
  /** Undefined until it was read. */
  readonly content: LibraryContent | undefined;
  readonly outcome: Outcome | undefined;
  /** Does something with the library, shows it anew, here and in other tabs, and says `done`. */
  readonly act: (done: string, change: () => Promise<unknown>) => Promise<void>;
}

/** The library of this profile, kept up with what other tabs do. */
export function useLibrary(): UseLibrary {
  const [content, setContent] = useState<LibraryContent>();
  const [outcome, setOutcome] = useState<Outcome>();
  const reload = useCallback(async () => {
    try {
      const [listing, folders] = await Promise.all([
        listDiagrams(LOCAL_SHELF),
        listFolders(LOCAL_SHELF),
      ]);
      setContent({ ...listing, folders });
    } catch {
      setOutcome({ name: 'failed' });
    }
  }, []);

  useEffect(() => {
    void reload();
    // What a crash left takes room for nothing. Where that fails, the next visit tries again.
    void sweepLibrary(LOCAL_SHELF).catch(() => {});
    return listenForChanges(() => void reload());
  }, [reload]);

  const act = useCallback(
    async (done: string, change: () => Promise<unknown>) => {
      try {
        await change();
        setOutcome({ name: 'done', text: done });
      } catch (error) {
        const isFull = error instanceof SealedStoreError && error.code === 'no-room';
        setOutcome({ name: isFull ? 'no-room' : 'failed' });
      }
      announceChange({});
      await reload();
    },
    [reload],
  );
  return { content, outcome, act };
}
