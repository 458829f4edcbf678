import type { ConfigAnswer } from '../../api/contract.ts';
import { utf8 } from '../../crypto/bytes.ts';
import { safeName } from '../../crypto/item-name.ts';
import type { ShareContent, ShareItem } from '../../crypto/share.ts';
import { MAX_ITEMS } from '../../crypto/share-meta.ts';
import * as text from '../text/composer.ts';

/** What a person has written and chosen so far. */
export interface ContentDraft {
  readonly text: string;
  readonly files: readonly File[];
}

export const EMPTY_DRAFT: ContentDraft = { text: '', files: [] };

/** Bytes of all items together. */
export function draftBytes(draft: ContentDraft): number {
  return draft.files.reduce((sum, file) => sum + file.size, utf8(draft.text).length);
}

/** Why the draft can't be shared as it is, for the person to mend. */
export function findDraftProblem(draft: ContentDraft, config: ConfigAnswer): string | undefined {
  const items = draft.files.length + (draft.text === '' ? 0 : 1);
  const over = draftBytes(draft) - config.content.itemBytes;
  if (items > MAX_ITEMS) return text.tooMany(MAX_ITEMS);
  if (over > 0) return text.sizeOver(over);
  return items === 0 ? text.nothingToShare : undefined;
}

/** The draft as a share: a text comes first and takes the files as attachments. */
export function draftContent(draft: ContentDraft): ShareContent {
  const files = draft.files.map(
    (file): ShareItem => ({
      name: safeName(file.name),
      type: file.type || 'application/octet-stream',
      data: file,
    }),
  );
  if (draft.text === '') return { kind: 'files', items: files };
  return { kind: 'text', items: [{ type: 'text/plain', data: new Blob([draft.text]) }, ...files] };
}

/**
 * `file` as it is now: reading it fails if it is changed or deleted later. The browser's own File would then
 * be read as what it has become, or as nothing at all.
 */
export function pinFile(file: File): File {
  return new File([file.slice()], file.name, { type: file.type });
}

/** `files` from the clipboard, with names that tell them apart: browsers call every picture `image.png`. */
export function namePasted(files: readonly File[], taken: number): File[] {
  return files.map((file, index) => {
    const extension = /^image\/(\w+)/.exec(file.type)?.[1];
    if (extension === undefined) return file;
    return new File([file], text.pastedName(taken + index + 1, extension), { type: file.type });
  });
}
