import { useCallback, useEffect, useState } from 'preact/hooks';
import { SealedStoreError } from '../../../shared/keys/sealed-store.ts';
import { listenForAccountChanges } from '../../account/session/announce-account.ts';
import { isAccountRead, listAccountIds } from '../account/joined-vault.ts';
import { announceChange, listenForChanges } from '../announce-change.ts';
import { listFolders } from '../folders.ts';
import { BROWSER_SHELF, LIBRARY_SHELF } from '../library.ts';
import type { DiagramId, Folder } from '../model/diagram.ts';
import { sweepUnsaved } from '../secrets/unsaved-secret.ts';
import { type Listing, listDiagrams } from '../store-diagrams.ts';
import { sweepLibrary } from '../sweep-parts.ts';

export interface LibraryContent extends Listing {
  readonly folders: readonly Folder[];
  /** Those that lie in the account, also while it is locked. */
  readonly accountIds: ReadonlySet<DiagramId>;
  /** Whether nothing more can lie in the account. */
  readonly isAccountRead: boolean;
}

/** What is said after an act. */
export type Outcome =
  | { readonly name: 'done'; readonly text: string }
  | { readonly name: 'failed' | 'no-room' | 'locked' };

export interface UseLibrary {
  /** Undefined until it was read. */
  readonly content: LibraryContent | undefined;
  readonly outcome: Outcome | undefined;
  /** Shows it anew. */
  readonly reload: () => void;
  /** Does something with the library, shows it anew, here and in other tabs, and says `done`. */
  readonly act: (done: string, change: () => Promise<unknown>) => Promise<void>;
}

function nameFailure(error: unknown): 'failed' | 'no-room' | 'locked' {
  if (!(error instanceof SealedStoreError)) return 'failed';
  return error.code === 'no-room' || error.code === 'locked' ? error.code : 'failed';
}

/** The library of this profile, kept up with what other tabs do. */
export function useLibrary(): UseLibrary {
  const [content, setContent] = useState<LibraryContent>();
  const [outcome, setOutcome] = useState<Outcome>();
  const reload = useCallback(async () => {
    try {
      const [listing, folders, accountIds, isRead] = await Promise.all([
        listDiagrams(LIBRARY_SHELF),
        listFolders(LIBRARY_SHELF),
        listAccountIds(),
        isAccountRead(),
      ]);
      setContent({
        ...listing,
        folders,
        accountIds: new Set(accountIds),
        isAccountRead: isRead,
      });
    } catch {
      setOutcome({ name: 'failed' });
    }
  }, []);

  useEffect(() => {
    void reload();
    // What a crash left takes room for nothing. Where that fails, the next visit tries again.
    void sweepLibrary(BROWSER_SHELF).catch(() => {});
    void sweepUnsaved().catch(() => {});
    const stopChanges = listenForChanges(() => void reload());
    const stopAccount = listenForAccountChanges(() => void reload());
    return () => {
      stopChanges();
      stopAccount();
    };
  }, [reload]);

  const act = useCallback(
    async (done: string, change: () => Promise<unknown>) => {
      try {
        await change();
        setOutcome({ name: 'done', text: done });
      } catch (error) {
        setOutcome({ name: nameFailure(error) });
      }
      announceChange({});
      await reload();
    },
    [reload],
  );
  return { content, outcome, reload: () => void reload(), act };
}
