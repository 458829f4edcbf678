import type { Loss } from '../../../shared/scene/formats/read-result.ts';
import type { EditorStore } from '../store.ts';

/** Says what of a file the scene can't hold, if anything. */
export function tellLosses(store: EditorStore, losses: readonly Loss[]): void {
  if (losses.length === 0) return;
  store.tell(losses.map(({ what, count }) => `${what} (${count})`).join('. '), 'losses');
}
