import { measureSpeed } from './measure-speed.ts';
import { MEMORY_MIB } from './memory-row.ts';
import { streamRoundTrip } from './stream-round-trip.ts';

/* What `bench/crypto-chromium.ts` runs inside the page. */

export { measureSpeed };

const MIB = 1024 * 1024;
const BLOCKS_PER_SAMPLE = 64;

/** Calls `sample` before and, every 4 MiB, while a stream runs. */
export async function measureMemory(sample: () => Promise<void>): Promise<void> {
  await streamRoundTrip(8 * MIB, () => {}); // loads and compiles what is used
  await sample();
  let blocks = 0;
  await streamRoundTrip(MEMORY_MIB * MIB, async () => {
    if (blocks++ % BLOCKS_PER_SAMPLE === 0) await sample();
  });
}
