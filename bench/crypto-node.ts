import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { measureSpeed } from './crypto/measure-speed.ts';
import { memoryRow } from './crypto/memory-row.ts';
import { speedRows } from './crypto/speed-rows.ts';
import type { BenchRow } from './table.ts';

export const name = 'Sealing and opening in Node';

export async function run(): Promise<BenchRow[]> {
  return [...speedRows(await measureSpeed()), memoryRow(measureMemory())];
}

/** In a process of its own, where nothing else moves the figures. */
function measureMemory(): { heldBytes: number; detail: string } {
  const script = resolve(import.meta.dirname, 'crypto/measure-memory-node.ts');
  const { held, rss } = JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' }),
  );
  const resident = `${(rss / 1024 / 1024).toFixed(1)} MiB resident`;
  return { heldBytes: held, detail: `heap and buffers after collection every 4 MiB; ${resident}` };
}
