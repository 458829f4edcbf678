import { openDatabase } from '../storage/database.ts';
import type { Draft, DraftContent } from './draft.ts';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Keeps `content`, as a new draft or in place of the draft `id`; returns the id. */
export async function putDraft(content: DraftContent, id?: string): Promise<string> {
  const draft = { ...content, id: id ?? crypto.randomUUID(), createdAt: Date.now() };
  await (await openDatabase()).put('drafts', draft);
  return draft.id;
}

export async function readDraft(id: string): Promise<Draft | undefined> {
  return (await openDatabase()).get('drafts', id);
}

/** All drafts, newest first. */
export async function listDrafts(): Promise<readonly Draft[]> {
  const drafts = await (await openDatabase()).getAll('drafts');
  return drafts.sort((a, b) => b.createdAt - a.createdAt);
}

export async function deleteDraft(id: string): Promise<void> {
  await (await openDatabase()).delete('drafts', id);
}

/** Deletes what nobody came back to for 7 days. */
export async function sweepDrafts(now = Date.now()): Promise<void> {
  for (const { id, createdAt } of await listDrafts()) {
    if (now - createdAt > KEPT_MS) await deleteDraft(id);
  }
}
