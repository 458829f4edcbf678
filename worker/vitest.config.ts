import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { makeSecrets, SECRET_NAMES } from '../scripts/secrets/make-secrets.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Vectors that others published lie beside the checkout; empty where they don't. */
function readPublished(file: string): string {
  const path = at(`../../shared/vectors/${file}`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Tests in workerd, with the bindings of `wrangler.toml` and a viewer of four small files. */
export default defineConfig(async () => ({
  root: at('.'),
  plugins: [
    cloudflareTest({
      wrangler: { configPath: at('../wrangler.toml') },
      miniflare: {
        bindings: {
          ...(await makeSecrets(SECRET_NAMES)),
          // Nobody listens there: what is to be sent stays in the outbox, where tests read it.
          SMTP_URL: 'smtp://127.0.0.1:9',
          MAIL_FROM: 'Inkseal <no-reply@inkseal.test>',
          ADMIN_EMAIL: 'admin@inkseal.test',
          TOTP_VECTORS: readPublished('rfc6238_totp.json'),
          JWS_VECTORS: readPublished('wycheproof_json_web_signature_test.json'),
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
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['apply-migrations', 'prepare-runtime'].map((it) => at(`tests/${it}.ts`)),
  },
}));
