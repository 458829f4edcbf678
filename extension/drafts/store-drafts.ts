import { CryptoError } from '../../shared/crypto/error.ts';
import { readStanding } from '../account/session/account-record.ts';
import type { Draft, DraftContent, DraftSummary } from './draft.ts';
import { sealOldDrafts } from './seal-old-drafts.ts';
import {
  deleteAccountDrafts,
  deleteSealedDraft,
  listSealedDrafts,
  newDraftId,
  sealDraft,
  unsealDraft,
} from './sealed-drafts.ts';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Keeps `content`, in place of the draft `id` where there is one; returns the id. `newDraftId` makes one for what lies in
 * the account.
 * @throws {SealedStoreError} `locked` for one of a locked account
 */
export async function putDraft(content: DraftContent, id?: string): Promise<string> {
  const draft = { ...content, id: id ?? newDraftId('browser'), createdAt: Date.now() };
  await sealDraft(draft);
  return draft.id;
}

/** Undefined where it is gone, or damaged. @throws {SealedStoreError} `locked` for one of a locked account */
export async function readDraft(id: string): Promise<Draft | undefined> {
  await sealOldDrafts();
  try {
    return await unsealDraft(id);
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

/** All drafts that open without their bytes, newest first. */
export async function listDrafts(): Promise<readonly DraftSummary[]> {
  await sealOldDrafts();
  return [...(await listSealedDrafts())].sort((a, b) => b.createdAt - a.createdAt);
}

export async function deleteDraft(id: string): Promise<void> {
  await sealOldDrafts();
  await deleteSealedDraft(id);
}

/** Deletes what nobody came back to for 7 days. */
export async function sweepDrafts(now = Date.now()): Promise<void> {
  for (const { id, createdAt } of await listDrafts()) {
    if (now - createdAt > KEPT_MS) await deleteDraft(id);
  }
  if (!(await readStanding())) await deleteAccountDrafts();
}
