import type { BenchRow } from '../table.ts';

export const MEMORY_MIB = 256;
const MAX_MIB = 16;

/** The memory that a stream holds, against what is promised; `detail` says how it was measured. */
export function memoryRow(measured: { heldBytes: number; detail: string }): BenchRow {
  const mib = measured.heldBytes / 1024 / 1024;
  return {
    measure: `memory above the input while ${MEMORY_MIB} MiB stream through seal and open (${measured.detail})`,
    result: `${mib.toFixed(1)} MiB`,
    target: `at most ${MAX_MIB} MiB`,
    met: mib <= MAX_MIB,
  };
}
