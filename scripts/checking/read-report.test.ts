import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './read-report.ts';

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

test('an unstable browser test and an error outside of tests are failures', async () => {
  const stats = { expected: 9, unexpected: 1, flaky: 1, skipped: 3 };
  const path = await writeReport({ stats, errors: [{}] });
  expect(await readPlaywrightReport(path)).toEqual({ passed: 9, failed: 3, skipped: 3 });
});

test('a report that was never written is an error', async () => {
  await expect(readVitestReport('/nonexistent/report.json')).rejects.toThrow('ENOENT');
});
