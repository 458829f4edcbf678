import type { Point } from '../../../shared/scene/model/element.ts';
import { openBlob } from '../../sandbox/open-blob.ts';
import type { EditorStore } from '../store.ts';
import { insertScene } from './insert-scene.ts';
import { tellLosses } from './tell-losses.ts';

/** What dropped or chosen files lie apart from one another, in CSS pixels. */
const STEP_PX = 24;

/** Puts what files hold into the scene; says what could not be read, and what of it was lost. */
export async function takeInFiles(
  store: EditorStore,
  files: Iterable<Blob>,
  at: Point | null = null,
): Promise<void> {
  let index = 0;
  for (const file of files) {
    const result = await openBlob(file, { choosePage: (names) => store.choosePage(names) });
    if (!result.ok) {
      if (result.code !== 'cancelled') store.tell(result.message);
      continue;
    }
    const shift = STEP_PX * index++;
    insertScene(store, result.scene, 'import', at && [at[0] + shift, at[1] + shift]);
    tellLosses(store, result.losses);
  }
}
