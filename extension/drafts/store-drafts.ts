import { CryptoError } from '../../shared/crypto/error.ts';
import type { Draft, DraftContent, DraftSummary } from './draft.ts';
import { sealOldDrafts } from './seal-old-drafts.ts';
import { deleteSealedDraft, listSealedDrafts, sealDraft, unsealDraft } from './sealed-drafts.ts';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Keeps `content`, as a new draft or in place of the draft `id`; returns the id. */
export async function putDraft(content: DraftContent, id?: string): Promise<string> {
  const draft = { ...content, id: id ?? crypto.randomUUID(), createdAt: Date.now() };
  await sealDraft(draft);
  return draft.id;
}

/** Undefined where it is gone, or damaged. */
export async function readDraft(id: string): Promise<Draft | undefined> {
  await sealOldDrafts();
  try {
    return await unsealDraft(id);
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

/** All drafts without their bytes, newest first. */
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
}
