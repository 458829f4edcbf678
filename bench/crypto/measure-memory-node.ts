import { MEMORY_MIB } from './memory-row.ts';
import { streamRoundTrip } from './stream-round-trip.ts';

/*
 * Run as a process of its own with --expose-gc; prints JSON: the most bytes above the start, in use after a
 * collection (`held`) and given by the system (`rss`). Without collections the engine lets garbage of some
 * tens of MiB lie before it cares, however little is held.
 */
const MIB = 1024 * 1024;
const BLOCKS_PER_COLLECTION = 64;
const collectGarbage = globalThis.gc as () => void;

function inUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

await streamRoundTrip(8 * MIB, () => {}); // loads and compiles what is used
const heldAtStart = inUse();
const rssAtStart = process.memoryUsage.rss();
let held = 0;
let rss = 0;
let blocks = 0;
await streamRoundTrip(MEMORY_MIB * MIB, () => {
  rss = Math.max(rss, process.memoryUsage.rss() - rssAtStart);
  if (blocks++ % BLOCKS_PER_COLLECTION === 0) held = Math.max(held, inUse() - heldAtStart);
});
console.log(JSON.stringify({ held, rss }));
