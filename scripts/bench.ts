import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { type BenchRow, formatTable } from '../bench/table.ts';
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
  const { name, rows } = runAlone(resolve(ROOT, file));
  console.log(`\n${name}`);
  const table = formatTable(rows);
  console.log(table);
  sections.push(`## ${name}\n\n${table}\n`);
  if (rows.some((row) => row.met === false)) process.exitCode = 1;
}
if (wanted === undefined) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`;
  const head = `# Benchmarks\n\nWritten by \`npm run bench\` on ${machine}. Ratios compare two things in one run; times depend on the machine.\n`;
  await writeFile(REPORT_PATH, [head, ...sections].join('\n'));
  console.log('\nWritten to docs/benchmarks.md');
}

/** Runs one file in a process of its own, where no other one has left anything behind. */
function runAlone(path: string): { name: string; rows: readonly BenchRow[] } {
  const args = [resolve(import.meta.dirname, 'measuring/run-bench.ts'), path];
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: [...stdio] });
  return JSON.parse(output.slice(output.lastIndexOf('\n')));
}
