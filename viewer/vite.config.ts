import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { inlineFavicon } from './inline-favicon.ts';

/** The oldest that have `light-dark()` and `AbortSignal.any`; the HTML and `start-page.ts` speak of them too. */
const BROWSERS = ['chrome123', 'firefox124', 'safari17.5'];

/** Each page is a build of its own: a chunk that both shared would bring the composer's code to recipients. */
function page(html: string) {
  return { consumer: 'client', build: { rolldownOptions: { input: html } } } as const;
}

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: false, // the second page would delete the first
    target: BROWSERS,
    cssTarget: BROWSERS,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  oxc: { jsx: { development: false } }, // also where tests build
  plugins: [inlineFavicon()],
  environments: { client: page('s.html'), composer: page('index.html') },
  builder: {
    async buildApp(builder) {
      await rm(resolve(builder.config.root, builder.config.build.outDir), {
        recursive: true,
        force: true,
      });
      for (const environment of Object.values(builder.environments)) {
        await builder.build(environment);
      }
    },
  },
});
