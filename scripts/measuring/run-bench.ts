import type { Bench } from '../../bench/table.ts';

/* Runs the benchmark that the argument names, and says its result in the last line. */

const { name, run }: Bench = await import(process.argv[2] ?? '');
const rows = await run();
process.stdout.write(`\n${JSON.stringify({ name, rows })}`, () => process.exit());
