import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../e2e/support/extension-browser.ts';
import type { TestSite } from '../../e2e/support/test-site.ts';
import type { Placed } from './gestures.ts';

export type Which = 'inkseal' | 'excalidraw';

const WINDOW = { width: 1280, height: 800 };

/** Both editors in one browser, each with the same scene, seen at the same place and zoom. */
export class Editors {
  readonly #extension: ExtensionBrowser;
  readonly #site: TestSite;
  #hash = '';
  #placed: Placed = { x: 0, y: 0, zoom: 1, grab: [0, 0] };

  constructor(extension: ExtensionBrowser, site: TestSite) {
    this.#extension = extension;
    this.#site = site;
  }

  /** Brings the scene into the library, as a person does: opens the file, and waits until it is saved. */
  async keepScene(file: string, grab: Placed['grab']): Promise<void> {
    const page = await this.#newPage(this.#extension.url('editor.html#new'));
    const scene = { name: 'scene.excalidraw', mimeType: '', buffer: Buffer.from(file) };
    await page.locator('input[type="file"]').setInputFiles(scene);
    await page.waitForFunction(() => location.hash.startsWith('#diagram='), null, {
      timeout: 120_000,
    });
    this.#hash = new URL(page.url()).hash;
    await page.close();
    const again = await this.#openOwn();
    const place = await again.evaluate(() => {
      const stage = document.querySelector('.stage');
      const first = document.querySelector('svg.layer > g');
      if (stage === null || first === null) throw new Error('There is no scene');
      const { left, top } = first.getBoundingClientRect();
      return { x: left, y: top, zoom: new DOMMatrix(getComputedStyle(stage).transform).a };
    });
    this.#placed = { ...place, grab };
    await again.close();
  }

  async open(which: Which): Promise<{ page: Page; placed: Placed }> {
    const page = which === 'inkseal' ? await this.#openOwn() : await this.#openOther();
    return { page, placed: this.#placed };
  }

  /** Milliseconds from going to the address to the first frame with the scene in it. */
  async measureOpening(which: Which): Promise<number> {
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      const { page } = await this.open(which);
      times.push(await page.evaluate(() => performance.now()));
      await page.close();
    }
    return times.sort((a, b) => a - b)[1] ?? 0;
  }

  /** Megabytes that the page's process has for itself, after garbage was collected. */
  async measureMemory(which: Which): Promise<number> {
    const { page } = await this.open(which);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const held = await Promise.all((await this.#renderers()).map(readPrivateMegabytes));
    await page.close();
    // The other ones show nothing.
    return Math.max(...held);
  }

  async #openOwn(): Promise<Page> {
    const page = await this.#newPage(this.#extension.url(`editor.html${this.#hash}`));
    await page.waitForFunction(() => document.querySelectorAll('svg.layer > g').length > 900);
    await afterPaint(page);
    return page;
  }

  async #openOther(): Promise<Page> {
    const { x, y, zoom } = this.#placed;
    const place = new URLSearchParams({
      x: String(x / zoom),
      y: String(y / zoom),
      zoom: String(zoom),
    });
    const page = await this.#newPage(`${this.#site.url}/excalidraw#${place}`);
    await page.waitForFunction(() => {
      const { excalidrawAPI } = globalThis as unknown as {
        excalidrawAPI?: { getSceneElements(): readonly unknown[] };
      };
      return (excalidrawAPI?.getSceneElements().length ?? 0) > 900;
    });
    await afterPaint(page);
    return page;
  }

  async #newPage(url: string): Promise<Page> {
    const page = await this.#extension.context.newPage();
    await page.setViewportSize(WINDOW);
    await page.goto(url);
    return page;
  }

  async #renderers(): Promise<readonly number[]> {
    const browser = this.#extension.context.browser();
    if (browser === null) throw new Error('Chromium has no browser session');
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }
}

/** What was drawn is on the screen when a second frame begins. */
async function afterPaint(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function readPrivateMegabytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const parts = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].map(([, kB]) => Number(kB));
  return parts.reduce((sum, kB) => sum + kB, 0) / 1024;
}
