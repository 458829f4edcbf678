import type { StepResult, Tally } from './run-steps.ts';

/** Adds up what all steps counted. */
export function addUp(results: readonly Tally[]): Tally {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** `12 passed, 0 failed`, and the skipped when there are any. */
export function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A table with a line for each step, then what passed only on the second try; the last line is the total alone. */
export function formatSummary(results: readonly StepResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map((result) => {
    const mark = result.failed > 0 ? '✗' : '✓';
    const time = `${result.seconds.toFixed(1)} s`.padStart(8);
    return `${mark} ${result.name.padEnd(width)} ${time}  ${describeTally(result)}`;
  });
  return ['', ...lines, ...listSecondTries(results), '', describeTally(addUp(results))].join('\n');
}

/** A test that passes only sometimes throws away no run, but somebody has to see it. */
function listSecondTries(results: readonly Tally[]): string[] {
  const names = results.flatMap(({ secondTry = [] }) => secondTry);
  if (names.length === 0) return [];
  return ['', `${names.length} passed only on the second try: ${names.join('; ')}`];
}
