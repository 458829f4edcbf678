import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning.ts';
import { LIBRARY_SHELF } from '../library.ts';
import type { DiagramId } from '../model/diagram.ts';
import { openDiagram } from '../versions.ts';
import { unpackSecret } from './pack-secret.ts';
import { EMPTY_SECRET } from './secret.ts';
import { type SecretDraft, UnsavedSecret } from './unsaved-secret.ts';

interface Opened {
  /** As the library has it. */
  readonly saved: SecretDraft;
  readonly draft: SecretDraft;
  /** Whether the draft was typed before, and never saved. */
  readonly wasKept: boolean;
}

export interface UseSecretDraft {
  /** Undefined while it is opened; in words where it can't be. */
  readonly opened: Opened | 'gone' | 'newer' | undefined;
  readonly isChanged: boolean;
  readonly change: (draft: SecretDraft) => void;
  /** Goes back to what is saved. */
  readonly discard: () => void;
  /** To be called after it was saved. */
  readonly settle: () => Promise<void>;
}

const PAUSE_MS = 300;
const NEW: SecretDraft = { name: '', secret: EMPTY_SECRET };

/** A secret as it is edited. What is typed is kept, sealed, until it is saved or discarded. */
export function useSecretDraft(id: DiagramId | null): UseSecretDraft {
  const [opened, setOpened] = useState<UseSecretDraft['opened']>();
  const [isWaiting, setWaiting] = useState(false);
  const unsaved = useRef<UnsavedSecret | undefined>(undefined);
  const pending = useRef<SecretDraft | undefined>(undefined);

  useEffect(() => {
    void open(id).then(
      (found) => {
        unsaved.current = found?.unsaved;
        setOpened(found?.opened ?? 'gone');
      },
      () => setOpened('gone'),
    );
  }, [id]);

  const keep = useCallback(async () => {
    const draft = pending.current;
    if (!draft) return;
    pending.current = undefined;
    await unsaved.current?.keep(draft);
    // Where the disk is full, the warning before leaving stays.
    if (!pending.current) setWaiting(false);
  }, []);

  const draft = typeof opened === 'object' ? opened.draft : undefined;
  useEffect(() => {
    if (!pending.current) return;
    const timer = setTimeout(() => void keep().catch(() => {}), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const keepNow = () => void keep().catch(() => {});
    addEventListener('pagehide', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, []);
  useLeaveWarning(isWaiting);

  return {
    opened,
    isChanged: typeof opened === 'object' && opened.draft !== opened.saved,
    change(draft) {
      if (typeof opened !== 'object') return;
      pending.current = draft;
      setWaiting(true);
      setOpened({ ...opened, draft });
    },
    discard() {
      if (typeof opened !== 'object') return;
      pending.current = undefined;
      setWaiting(false);
      setOpened({ ...opened, draft: opened.saved, wasKept: false });
      void unsaved.current?.drop().catch(() => {});
    },
    async settle() {
      pending.current = undefined;
      setWaiting(false);
      await unsaved.current?.drop();
    },
  };
}

async function open(id: DiagramId | null) {
  const saved = await openSaved(id);
  if (!saved || saved === 'newer') return { opened: saved };
  const unsaved = await UnsavedSecret.find(id);
  const kept = await unsaved.read();
  return { unsaved, opened: { saved, draft: kept ?? saved, wasKept: kept !== undefined } };
}

async function openSaved(id: DiagramId | null): Promise<SecretDraft | 'newer' | undefined> {
  if (id === null) return NEW;
  const found = await openDiagram(LIBRARY_SHELF, id);
  const secret = found && unpackSecret(found.scene);
  if (secret === 'newer') return secret;
  return found && secret && { name: found.diagram.name, secret };
}
