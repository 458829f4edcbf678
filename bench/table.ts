/** One figure of a benchmark. */
export interface BenchRow {
  /** What was measured, with its parameters: `seal 64 MiB, 32 chunks in flight`. */
  readonly measure: string;
  /** With its unit: `0.61 of raw`, `212 ms`. */
  readonly result: string;
  /** What is promised: `at least 0.5`. */
  readonly target?: string;
  /** Whether the promise holds; a benchmark that misses one fails the command. */
  readonly met?: boolean;
}

/** What each `bench/NAME.ts` exports; what they share goes into folders of `bench/`. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly BenchRow[]>;
}

/** Lays rows out as a Markdown table, columns aligned for a terminal too. */
export function formatTable(rows: readonly BenchRow[]): string {
  const cells = [
    ['Measure', 'Result', 'Target', 'Met'],
    ...rows.map(({ measure, result, target, met }) => [
      measure,
      result,
      target ?? '',
      met === undefined ? '' : met ? 'yes' : 'NO',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lines = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
