import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS } from '../scripts/browsers/chromium-args.ts';
import { findChromium } from '../scripts/browsers/find-browser.ts';

const executablePath = findChromium();
const results = resolve(import.meta.dirname, '../test-results');

/** Whole-system tests on what `npm run build` made. How to write one: see fixtures.ts. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: resolve(results, 'e2e'),
  // As many as a small machine has cores; other tests run beside them and fill what they leave.
  workers: 2,
  fullyParallel: false,
  // Browsers on a busy computer; the summary of `npm test` names what needed it.
  retries: 1,
  forbidOnly: true,
  // A busy computer is slow, and no proof of anything.
  timeout: 120_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: resolve(results, 'e2e.json') }]],
  use: {
    browserName: 'chromium',
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // A page's empty document and what it then shows need no process each; sites stay apart all the same.
      args: [...CHROMIUM_ARGS, '--renderer-process-limit=1'],
    },
  },
});
