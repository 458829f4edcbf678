import { i18n } from '#i18n';
import { removeElements } from '../../../shared/scene/operations/remove-elements.ts';
import { changeSelected } from '../actions/actions.ts';
import { insertScene } from '../opening/insert-scene.ts';
import type { EditorStore } from '../store.ts';
import { copyElementsOut, lastCopied } from './copy.ts';
import { type Pasted, paste } from './paste.ts';

/* Copy, cut and paste by a button: by keys the browser brings them, see `listen-to-clipboard.ts`. */

/** Returns whether there is anything to copy. */
export function copySelection(store: EditorStore): boolean {
  const { scene, selection } = store.state;
  if (selection.size === 0) return false;
  copyElementsOut(scene, selection).then(
    () => store.announce(i18n.t('editor.clipboard.copied', selection.size)),
    () => store.tell(i18n.t('editor.clipboard.refused')),
  );
  return true;
}

export function cutSelection(store: EditorStore): void {
  if (copySelection(store)) changeSelected(store, 'cut', removeElements);
}

/**
 * Puts the clipboard into the middle of what is seen. The browser asks the person first; where it refuses, what was
 * copied in this tab is put there.
 */
export async function pasteClipboard(store: EditorStore): Promise<void> {
  const { width, height } = store.state.size;
  const pasted = await readClipboard();
  if (pasted !== null) return paste(store, pasted, [width / 2, height / 2]);
  const own = lastCopied();
  if (own === undefined) store.tell(i18n.t('editor.clipboard.unread'));
  else insertScene(store, own, 'paste');
}

/** Null where the browser does not let us. */
async function readClipboard(): Promise<Pasted | null> {
  try {
    const items = await navigator.clipboard.read();
    const texts: string[] = [];
    const files: File[] = [];
    for (const item of items) {
      for (const type of item.types) {
        const blob = await item.getType(type);
        if (type === 'text/plain') texts.push(await blob.text());
        else if (type.startsWith('image/')) files.push(new File([blob], '', { type }));
      }
    }
    return { text: texts.join('\n'), files };
  } catch {
    return null;
  }
}
