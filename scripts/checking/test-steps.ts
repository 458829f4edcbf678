import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ensureBrowsers } from '../browsers/ensure-browsers.ts';
import { buildViewer } from '../building/build-parts.ts';
import { describeSize, measureExtension } from '../packing/measure-extension.ts';
import { packExtension } from '../packing/pack-extension.ts';
import { ROOT } from '../root.ts';
import { runTool } from '../run-command.ts';
import { bundleWorker } from '../serving/bundle-worker.ts';
import { readWorkerConfig } from '../serving/worker-config.ts';
import { checksAfter, ONE_PASS } from './check-steps.ts';
import { readPlaywrightReport, readVitestReport } from './read-report.ts';
import type { Step, Tally } from './run-steps.ts';

const RESULTS = resolve(ROOT, 'test-results');
/** Of the build, for tests that would otherwise make one. */
const WORKER_BUNDLE = resolve(ROOT, 'dist/worker', readWorkerConfig().bundleName);

const BUILD: Step = {
  name: 'build',
  run: async (print) => {
    await buildViewer();
    // Bundles with `wrangler deploy --dry-run`, so that what is tested is what would be deployed.
    await bundleWorker();
    await packExtension();
    print(`The extension is ${describeSize(measureExtension())}`);
    return ONE_PASS;
  },
};

const BROWSERS: Step = {
  name: 'browsers',
  run: async (print) => {
    await ensureBrowsers(print);
    return ONE_PASS;
  },
};

/** Everything that `npm test` runs. */
export const TEST_STEPS: readonly Step[] = [
  BUILD,
  BROWSERS,
  // The longest, as soon as it can begin: the other long ones run beside it.
  {
    name: 'end-to-end tests',
    after: [BUILD.name, BROWSERS.name],
    run: (print) =>
      count(
        {
          tool: 'playwright',
          args: ['test', '--config', 'e2e/playwright.config.ts'],
          env: { SCREENS: process.env.SCREENS ?? '0' },
          report: resolve(RESULTS, 'e2e.json'),
          read: readPlaywrightReport,
        },
        print,
      ),
  },
  vitestStep('unit tests', 'unit', 'vitest.config.ts'),
  vitestStep('tests in workerd', 'workerd', 'worker/vitest.config.ts'),
  vitestStep('server tests', 'server', 'worker/server-tests/vitest.config.ts'),
  // Short ones: most run beside the build, the rest beside the browser tests.
  ...checksAfter(BUILD),
];

function vitestStep(name: string, id: string, config: string): Step {
  const report = resolve(RESULTS, `${id}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--config', config, ...reporters];
  const run: Step['run'] = (print) =>
    count({ tool: 'vitest', args, env: { WORKER_BUNDLE }, report, read: readVitestReport }, print);
  return { name, after: [BUILD.name], run };
}

interface TestRunner {
  readonly tool: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The file that it writes its report to. */
  readonly report: string;
  readonly read: (path: string) => Promise<Tally>;
}

/** Runs a test runner and reads its report; a bad ending that the report does not explain is one failure. */
async function count(
  { tool, args, env = {}, report, read }: TestRunner,
  print: (line: string) => void,
): Promise<Tally> {
  await rm(report, { force: true });
  let ending = 'well';
  try {
    await runTool(tool, args, { output: print, env });
  } catch (error) {
    ending = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
  const tally = await read(report);
  if (ending === 'well' || tally.failed > 0) return tally;
  print(ending);
  return { ...tally, failed: 1 };
}
