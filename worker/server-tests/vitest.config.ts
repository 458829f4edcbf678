import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests in Node against the bundled Worker in a server of its own: what breaks connections or processes. */
export default defineConfig({
  root: at('.'),
  test: {
    include: ['*.test.ts'],
    globalSetup: [at('support/trust.ts'), at('support/bundle.ts')],
    // One server at a time, all in one process: loading what starts them costs as much as many a file here.
    fileParallelism: false,
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
