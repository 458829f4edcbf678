import { measureSpeed } from './measure-speed.ts';
import { MEMORY_MIB } from './memory-row.ts';
import { streamRoundTrip } from './stream-round-trip.ts';

/* What `bench/crypto-chromium.ts` runs inside the page. */

export { measureSpeed };

const MIB = 1024 * 1024;
const BLOCKS_PER_COLLECTION = 64;

/** Calls `sample` before and, every 4 MiB, while a stream runs, each time after a collection. */
export async function measureMemory(gc: () => void, sample: () => Promise<void>): Promise<void> {
  await streamRoundTrip(8 * MIB, () => {}); // loads and compiles what is used
  let blocks = 0;
  const collectAndSample = async () => {
    gc();
    await sample();
  };
  await collectAndSample();
  await streamRoundTrip(MEMORY_MIB * MIB, async () => {
    if (blocks++ % BLOCKS_PER_COLLECTION === 0) await collectAndSample();
  });
}
