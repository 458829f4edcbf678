import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';
import type { TestSite } from '../../e2e/support/test-site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Builds the page with Excalidraw as its own documentation says, and puts it on `site`. */
export async function putExcalidraw(site: TestSite): Promise<void> {
  const outDir = await mkdtemp(join(tmpdir(), 'inkseal-excalidraw-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      root: import.meta.dirname,
      define: { 'process.env.IS_PREACT': '"false"' },
      build: {
        outDir,
        target: 'es2024',
        rollupOptions: {
          input: resolve(import.meta.dirname, 'excalidraw-page.js'),
          output: { entryFileNames: 'page.js' },
        },
      },
    });
    const paths = await readdir(outDir, { recursive: true });
    for (const path of paths) {
      const type = TYPES[extname(path)];
      if (type !== undefined) site.put(`/${path}`, await readFile(join(outDir, path)), type);
    }
    const styles = paths.filter((path) => path.endsWith('.css'));
    const links = styles.map((path) => `<link rel="stylesheet" href="/${path}">`).join('');
    site.put(
      '/excalidraw',
      `<!doctype html><title>Excalidraw</title>${links}<body><script type="module" src="/page.js"></script>`,
      'text/html',
    );
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
