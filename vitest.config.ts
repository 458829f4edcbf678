import { defineConfig } from 'vitest/config';

/** Unit tests in Node; tests in workerd have worker/vitest.config.ts, browsers e2e/playwright.config.ts. */
export default defineConfig({
  test: {
    include: ['{shared,viewer,extension,scripts}/**/*.test.ts'],
    environment: 'node',
    // A process for each of 130 files costs more than most of what is in them.
    isolate: false,
    // A busy computer is slow, and no proof of anything.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
