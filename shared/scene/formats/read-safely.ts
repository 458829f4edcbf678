import { checkScene } from './check-scene.ts';
import { type Loss, type ReadResult, toFailure } from './read-result.ts';

/**
 * What `read` makes, checked as every scene from outside is, its links mended; whatever is thrown on the way becomes
 * an error of the result.
 */
export function readSafely(read: () => { scene: unknown; losses?: readonly Loss[] }): ReadResult {
  try {
    const { scene, losses = [] } = read();
    return { ok: true, scene: checkScene(scene), losses };
  } catch (error) {
    return toFailure(error);
  }
}
