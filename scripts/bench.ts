import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { type Bench, formatTable } from '../bench/table.ts';
import { buildAll } from './building/build-parts.ts';
import { ROOT } from './root.ts';

const REPORT_PATH = resolve(ROOT, 'docs/benchmarks.md');

/** `npm run bench -- crypto` runs only the files whose name contains `crypto`, and keeps no report. */
const wanted = process.argv[2];
const files = globSync('bench/*.ts', { cwd: ROOT }).filter((file) => file !== 'bench/table.ts');
const chosen = files.sort().filter((file) => wanted === undefined || file.includes(wanted));

console.log('Building …');
await buildAll();
const sections: string[] = [];
for (const file of chosen) {
  const bench: Bench = await import(resolve(ROOT, file));
  console.log(`\n${bench.name} …`);
  const rows = await bench.run();
  const table = formatTable(rows);
  console.log(table);
  sections.push(`## ${bench.name}\n\n${table}\n`);
  if (rows.some((row) => row.met === false)) process.exitCode = 1;
}
if (wanted === undefined) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`;
  const head = `# Benchmarks\n\nWritten by \`npm run bench\` on ${machine}. Ratios compare two things in one run; times depend on the machine.\n`;
  await writeFile(REPORT_PATH, [head, ...sections].join('\n'));
  console.log('\nWritten to docs/benchmarks.md');
}
