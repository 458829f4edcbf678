import { test as base } from '@playwright/test';
import type { BrowserContext as FirefoxContext } from 'puppeteer-core';
import { CuttingProxy } from './support/cutting-proxy.ts';
import { EXTENSION_PATH, ExtensionBrowser } from './support/extension-browser.ts';
import { KeptFirefox, NO_FIREFOX } from './support/firefox.ts';
import { KeptBrowsers } from './support/kept-browsers.ts';
import { TestServer, type TestServerOptions } from './support/test-server.ts';
import { TestSite } from './support/test-site.ts';

export { expect } from '@playwright/test';
export { takeScreenshots } from './support/screenshot.ts';

interface Options {
  /** Changes what `wrangler.toml` says: `test.use({ serverOptions: { configure: (worker) => … } })`. */
  serverOptions: TestServerOptions | undefined;
  /** Device pixels to a CSS pixel in the browser with the extension. */
  deviceScale: number;
  extensionPath: string;
  /** Whether the browser with the extension may serve the next test, too, emptied: not where `reset` can't undo a test. */
  isBrowserKept: boolean;
}

interface WorkerFixtures {
  /** Serves the tests of one process one after the other: starting one for each takes longer than most tests. */
  keptServer: TestServer;
  keptBrowsers: KeptBrowsers;
  keptFirefox: KeptFirefox;
}

interface Fixtures {
  /** A real server that no other test uses meanwhile; `page.goto('/')` goes there. */
  server: TestServer;
  /** Wires to that server, at an address of their own, which the test can cut. */
  wires: CuttingProxy;
  /** Another website, with what the test puts there. */
  site: TestSite;
  /** A Chromium with the built extension, in a profile with nothing in it. */
  extension: ExtensionBrowser;
  /** Windows of a Firefox through puppeteer, with nothing in them; the test counts as skipped where there is none. */
  firefox: FirefoxContext;
}

/**
 * The test function of every `e2e/*.spec.ts`; each fixture starts only in tests that name it.
 *
 * ```ts
 * import { expect, takeScreenshots, test } from './fixtures.ts';
 *
 * test('a guest shares a text', async ({ page, server }) => {
 *   await page.goto('/');
 *   await takeScreenshots(page, 'composer');
 *   await server.restart();
 * });
 *
 * test.describe('at scale 2', () => {
 *   test.use({ deviceScale: 2 });
 *   test('captures what is visible', async ({ extension, site, server }) => {
 *     const page = await extension.context.newPage();
 *     await page.goto(site.put('/', '<h1>Hello</h1>'));
 *     const opened = extension.context.waitForEvent('page');
 *     const popup = await extension.openPopup(page);
 *     await popup.click('Capture visible');
 *     const editor = await opened;
 *   });
 * });
 * ```
 *
 * Build first, then run one file: `npm run build && npx playwright test -c e2e/playwright.config.ts NAME`. Pictures of
 * screens are in `test-results/screens/` then; `npm test` takes them only with SCREENS=1.
 */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  serverOptions: [undefined, { option: true }],
  deviceScale: [1, { option: true }],
  extensionPath: [EXTENSION_PATH, { option: true }],
  isBrowserKept: [true, { option: true }],

  keptServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern even when nothing is needed.
    async ({}, use) => {
      const server = await TestServer.create();
      await use(server);
      await server.destroy();
    },
    { scope: 'worker' },
  ],
  keptBrowsers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern even when nothing is needed.
    async ({}, use) => {
      const kept = new KeptBrowsers();
      await use(kept);
      await kept.close();
    },
    { scope: 'worker' },
  ],
  keptFirefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern even when nothing is needed.
    async ({}, use) => {
      const kept = new KeptFirefox();
      await use(kept);
      await kept.close();
    },
    { scope: 'worker' },
  ],
  server: async ({ serverOptions, keptServer }, use) => {
    if (serverOptions === undefined) {
      await use(keptServer);
      await keptServer.recover();
    } else {
      const server = await TestServer.create(serverOptions);
      await use(server);
      await server.destroy();
    }
  },
  wires: async ({ server }, use) => {
    const wires = await CuttingProxy.create(server.url);
    await use(wires);
    await wires.destroy();
  },
  baseURL: async ({ server }, use) => use(server.url),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern even when nothing is needed.
  site: async ({}, use) => {
    const site = await TestSite.create();
    await use(site);
    await site.destroy();
  },
  extension: async ({ deviceScale, extensionPath, isBrowserKept, keptBrowsers }, use) => {
    const options = { deviceScale, extensionPath };
    if (isBrowserKept) {
      await use(await keptBrowsers.take(options));
    } else {
      const extension = await ExtensionBrowser.launch(options);
      await use(extension);
      await extension.close();
    }
  },
  firefox: async ({ keptFirefox }, use, testInfo) => {
    testInfo.skip(NO_FIREFOX !== undefined, NO_FIREFOX);
    const firefox = await (await keptFirefox.get()).createBrowserContext();
    await use(firefox);
    await firefox.close();
  },
});
