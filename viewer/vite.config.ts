import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const OUT_DIR = resolve(import.meta.dirname, '../dist/viewer');
/** The oldest that have `light-dark()` and `AbortSignal.any`; the HTML and `start-page.ts` speak of them too. */
const BROWSERS = ['chrome123', 'firefox124', 'safari17.5'];

/** Each page is a build of its own: a chunk that both shared would bring the composer's code to recipients. */
function page(html: string) {
  return { consumer: 'client', build: { rolldownOptions: { input: html } } } as const;
}

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: OUT_DIR,
    emptyOutDir: false, // the second page would delete the first
    target: BROWSERS,
    cssTarget: BROWSERS,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  environments: { client: page('s.html'), composer: page('index.html') },
  builder: {
    async buildApp(builder) {
      await rm(OUT_DIR, { recursive: true, force: true });
      for (const environment of Object.values(builder.environments)) {
        await builder.build(environment);
      }
    },
  },
});
