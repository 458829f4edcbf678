import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './read-report.ts';
import { formatSummary } from './summary.ts';

async function writeReport(report: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'inkseal-report-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify(report));
  return path;
}

test('a test file that cannot be loaded is a failure, though it has no failed test', async () => {
  const path = await writeReport({
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  });
  expect(await readVitestReport(path)).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test('an error outside of tests is a failure; a test that passed on the second try counts once, and is named', async () => {
  const spec = (title: string, status: string) => ({
    file: 'share.spec.ts',
    title,
    tests: [{ status }],
  });
  const path = await writeReport({
    suites: [
      {
        specs: [spec('opens', 'expected'), spec('closes', 'unexpected')],
        suites: [{ specs: [spec('races', 'flaky')] }],
      },
    ],
    stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 3 },
    errors: [{}],
  });
  const tally = await readPlaywrightReport(path);
  expect(tally).toEqual({
    passed: 10,
    failed: 2,
    skipped: 3,
    secondTry: ['share.spec.ts › races'],
  });
  const lines = formatSummary([{ name: 'end-to-end tests', seconds: 1, ...tally }]).split('\n');
  expect(lines).toContain('1 passed only on the second try: share.spec.ts › races');
  expect(lines.at(-1)).toBe('10 passed, 2 failed, 3 skipped');
});

test('a report that was never written is an error', async () => {
  await expect(readVitestReport('/nonexistent/report.json')).rejects.toThrow('ENOENT');
});
