import type { ShareContent, ShareItem } from '../../shared/crypto/share.ts';
import { DEFAULT_CHOICES, type ShareChoices } from '../../shared/ui/composer/share-choices.ts';
import { prepareSharing, type SharedShare } from '../../shared/ui/composer/sharing.ts';

/** Creates a share on the server at `origin`, from outside any browser. */
export async function makeShare(
  origin: string,
  content: ShareContent,
  choices: Partial<ShareChoices> = {},
): Promise<SharedShare> {
  const sharing = await prepareSharing(origin, content, { ...DEFAULT_CHOICES, ...choices });
  return sharing.run();
}

export function textContent(text: string): ShareContent {
  return { kind: 'text', items: [{ type: 'text/plain', data: new Blob([text]) }] };
}

export function filesContent(...items: readonly ShareItem[]): ShareContent {
  return { kind: 'files', items };
}

/** A file of `size` bytes that are different everywhere, so that no swapped piece goes unseen. */
export function makeFile(name: string, size: number, type = 'application/octet-stream'): ShareItem {
  const words = new Uint32Array(Math.ceil(size / 4));
  for (let i = 0; i < words.length; i++) words[i] = Math.imul(i + 1, 0x9e3779b1) ^ size;
  return { name, type, data: new Blob([new Uint8Array(words.buffer, 0, size)]) };
}
