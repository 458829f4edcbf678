import { checkScene } from './check-scene.ts';
import { type Loss, type ReadResult, toFailure } from './read-result.ts';

interface Read {
  readonly scene: unknown;
  readonly losses?: readonly Loss[];
}

/**
 * What `read` makes, checked as every scene from outside is, its links mended; whatever is thrown on the way becomes
 * an error of the result.
 */
export async function readSafely(read: () => Read | Promise<Read>): Promise<ReadResult> {
  try {
    const { scene, losses = [] } = await read();
    return { ok: true, scene: checkScene(scene), losses };
  } catch (error) {
    return toFailure(error);
  }
}
