import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const PATH = '/favicon.svg';

/** Puts the picture of the seal into the HTML, as icon and as mark: the pages' policy allows no picture from an address, not even the server's own. */
export function inlineFavicon(): Plugin {
  return {
    name: 'inline-favicon',
    async transformIndexHtml(html) {
      const svg = await readFile(resolve(import.meta.dirname, 'public', `.${PATH}`), 'utf8');
      return html.replaceAll(PATH, `data:image/svg+xml,${escapeSvg(svg)}`);
    },
  };
}

function escapeSvg(svg: string): string {
  return svg.trim().replaceAll('"', "'").replaceAll('#', '%23');
}
