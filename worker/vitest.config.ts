import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests in workerd, with the bindings of `wrangler.toml` and a viewer of four small files. */
export default defineConfig(async () => ({
  root: at('.'),
  plugins: [
    cloudflareTest({
      wrangler: { configPath: at('../wrangler.toml') },
      miniflare: {
        bindings: {
          ADDRESS_KEY: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
          MIGRATIONS: await readD1Migrations(at('../migrations')),
        },
        assets: { directory: at('tests/pages'), binding: 'ASSETS' },
      },
    }),
  ],
  test: {
    include: ['**/*.test.ts'],
    exclude: ['server-tests/**'],
    isolate: false,
    silent: true,
    testTimeout: 60_000,
    setupFiles: [at('tests/apply-migrations.ts')],
  },
}));
