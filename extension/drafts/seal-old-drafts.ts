import { openDatabase } from '../storage/database.ts';
import type { PictureDraft, WrittenDraft } from './draft.ts';
import { sealDraft } from './sealed-drafts.ts';

/** As versions before 3 kept it, for everybody who can read the disk. */
export type UnsealedDraft = (PictureDraft | WrittenDraft) & {
  readonly id: string;
  readonly createdAt: number;
};

let sealing: Promise<void> | undefined;

/** Seals what an older version left, once a page; a crash on the way leaves each draft in one of the two places. */
export function sealOldDrafts(): Promise<void> {
  sealing ??= navigator.locks.request('seal old drafts', async () => {
    const database = await openDatabase();
    for (const id of await database.getAllKeys('drafts')) {
      const draft = await database.get('drafts', id);
      if (draft) await sealDraft(draft);
      await database.delete('drafts', id);
    }
  });
  sealing.catch(() => {
    sealing = undefined;
  });
  return sealing;
}
