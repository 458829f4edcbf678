import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { captureFullPage, readPageState } from './support/capture-steps.ts';
import { compareWithEditor } from './support/compare-in-editor.ts';
import type { ExtensionBrowser } from './support/extension-browser.ts';
import { compareSeen, KNOWN_PIXELS_PAGE, KNOWN_PIXELS_SIZE } from './support/known-pixels.ts';
import { pollUntil } from './support/poll-until.ts';
import { readPicture } from './support/read-picture.ts';
import { putTallPage, renderTall } from './support/tall-page.ts';

for (const { scale, screens } of [
  { scale: 1, screens: 10 },
  { scale: 1.5, screens: 5 },
  { scale: 2, screens: 10 },
]) {
  test.describe(`at ${scale} device pixels to a CSS pixel`, () => {
    test.use({ deviceScale: scale });

    test(`${screens} screens look as in one tall window`, async ({ extension, site }) => {
      test.slow();
      const page = await extension.context.newPage();
      await page.goto(putTallPage(site, screens));
      const tab = await captureFullPage(extension, page);
      await page.bringToFront();
      const tall = await renderTall(page);
      expect((await compareWithEditor(tab, tall)).share).toBeLessThanOrEqual(0.001);
    });
  });
}

test('all of a page that scrolls to two sides is there, pixel by pixel', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', KNOWN_PIXELS_PAGE));
  const tab = await captureFullPage(extension, page);
  expect(await compareSeen(tab, { left: 0, top: 0, scale: 1 })).toEqual({
    width: KNOWN_PIXELS_SIZE,
    height: KNOWN_PIXELS_SIZE,
    wrong: 0,
  });
});

test('where the document does not scroll, the tallest scroller within is taken', async ({
  extension,
  site,
}) => {
  const rows = Array.from(
    { length: 50 },
    (_, i) => `<div style="height:50px; background: rgb(${i * 5} 10 20)"></div>`,
  ).join('');
  const app = `<!doctype html><title>An app</title>
    <style>body { margin: 0; height: 100vh; display: grid; grid: 60px 1fr / 200px 1fr; overflow: hidden }
      header { grid-column: 1 / 3; background: navy } nav { overflow: auto; background: teal }
      main { overflow: auto; scrollbar-width: none } nav div { height: 1200px }
      .toast { position: fixed; right: 10px; bottom: 10px; width: 100px; height: 80px; background: red }</style>
    <header></header><nav><div></div></nav><main>${rows}</main><div class="toast"></div>`;
  const page = await extension.context.newPage();
  await page.goto(site.put('/', app));
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 777));
  const width = await page.evaluate(() => document.querySelector('main')?.clientWidth ?? 0);
  const before = await readPageState(page);
  const tab = await captureFullPage(extension, page);
  expect(await readPageState(page)).toEqual(before);
  const middles = Array.from({ length: 50 }, (_, i) => ({ x: width - 20, y: i * 50 + 25 }));
  expect(await readPicture(tab, middles)).toEqual({
    width,
    height: 2500,
    pixels: middles.map((_, i) => [i * 5, 10, 20]),
  });
});

/** A page of `rows` half screens in which much moves; tests that stop a capture need one that takes a while. */
const movingPage = (rows: number) => `<!doctype html><title>Moving</title>
  <style>
    html { scroll-behavior: smooth; scroll-snap-type: y mandatory }
    div { height: 500px; scroll-snap-align: start; border-bottom: 1px solid }
    #spin { animation: spin 1s linear infinite; width: 500px; background: tan }
    @keyframes spin { to { transform: rotate(360deg) } }
    header { position: sticky; top: 0; background: gold; transition: all 1s }
    aside { position: fixed; right: 0; top: 0; background: pink; transition: opacity 1s }
  </style>
  <header style="color: red">Header</header><aside>Aside</aside>
  <div id="spin"></div>${'<div></div>'.repeat(rows)}
  <script>document.querySelector('#spin').animate({ opacity: [0.5, 1] }, { duration: 500, iterations: Infinity })</script>`;

/** The page is open and scrolled down a little, a full page capture of it is under way. */
async function beginOnMovingPage(extension: ExtensionBrowser, page: Page, address: string) {
  await page.goto(address);
  await page.evaluate(() => scrollTo({ top: 1003, behavior: 'instant' }));
  await page.waitForTimeout(500); // it snaps
  const before = await readPageState(page);
  const popup = await extension.openPopup(page);
  await popup.click('Full page');
  await expect.poll(() => popup.text(), { intervals: [50] }).toContain('Capturing the page');
  // It scrolls through once before it takes pictures; by then what is pinned has a place of its own.
  await expect
    .poll(() => page.evaluate(() => document.querySelector('aside')?.style.opacity))
    .toBe('0');
  return { popup, before };
}

/** The tab that a capture ended in, which may have been sooner than it is asked for. */
function waitForEditor({ context }: ExtensionBrowser): Promise<Page> {
  return pollUntil('the editor', async () =>
    context.pages().find((tab) => tab.url().includes('/editor.html')),
  );
}

test('a page is as it was afterwards', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  const { before } = await beginOnMovingPage(extension, page, site.put('/', movingPage(12)));
  expect(before.running).toEqual(['running', 'running']);
  await waitForEditor(extension);
  expect(await readPageState(page)).toEqual(before);
});

test('who stops a capture in the popup keeps what there is', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  const { popup, before } = await beginOnMovingPage(extension, page, site.put('/', movingPage(60)));
  await popup.screenshot('extension-popup-capturing');
  const opened = extension.context.waitForEvent('page');
  await popup.click('Stop, keep what there is');
  const tab = await opened;
  expect(await readPageState(page)).toEqual(before);
  const { width, height } = await readPicture(tab);
  const [whole, seen] = await page.evaluate(() => [
    { width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight },
    innerHeight,
  ]);
  expect(width).toBe(whole.width);
  expect(height).toBeGreaterThanOrEqual(seen);
  expect(height).toBeLessThan(whole.height);
  await expect(tab.getByText('You stopped it')).toBeVisible();
});

test('Escape stops a capture, too, and the page hears nothing of it', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  const { before } = await beginOnMovingPage(extension, page, site.put('/', movingPage(60)));
  await page.evaluate(() => {
    addEventListener('keydown', ({ key }) => document.body.setAttribute('heard', key));
  });
  const opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Escape');
  await expect((await opened).getByText('You stopped it')).toBeVisible();
  expect(await readPageState(page)).toEqual(before);
});

test('another tab in front ends a capture with what there is', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  const { before } = await beginOnMovingPage(extension, page, site.put('/', movingPage(60)));
  await (await extension.context.newPage()).goto(site.put('/other', '<title>Other</title>'));
  const tab = await waitForEditor(extension);
  await expect(tab.getByText('Another tab came to the front')).toBeVisible();
  expect(await readPageState(page)).toEqual(before);
});

test('who closes the tab gets nothing, and the next capture works', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  await beginOnMovingPage(extension, page, site.put('/', movingPage(60)));
  await page.close();
  const worker = await extension.serviceWorker();
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('');
  const addresses = extension.context.pages().map((tab) => tab.url());
  expect(addresses.filter((address) => address.startsWith('chrome-extension:'))).toEqual([]);
  const next = await extension.context.newPage();
  await next.goto(site.put('/next', '<!doctype html><title>Next</title><p>Short'));
  const tab = await captureFullPage(extension, next);
  expect(tab.url()).toContain('/editor.html#');
});

test('a page is as it was when the service worker is killed', async ({ extension, site }) => {
  const internals = await extension.context.newPage();
  await internals.goto('chrome://serviceworker-internals/');
  const page = await extension.context.newPage();
  const { before } = await beginOnMovingPage(extension, page, site.put('/', movingPage(60)));
  expect(await readPageState(page)).not.toEqual(before);
  // An event, not a click: another tab in front would end the capture.
  await internals.getByRole('button', { name: 'Stop' }).first().dispatchEvent('click');
  await expect(internals.getByText('STOPPED').first()).toBeVisible();
  await expect.poll(() => readPageState(page)).toEqual(before);
  const addresses = extension.context.pages().map((tab) => tab.url());
  expect(addresses.filter((address) => address.includes('/editor.html'))).toEqual([]);
});

test.describe('beyond what a canvas holds', () => {
  test.use({ deviceScale: 2 });

  test('a page comes in several parts, and that is said', async ({ extension, site }) => {
    test.slow();
    const rows = Array.from(
      { length: 54 },
      (_, i) => `<div style="height:250px; background: rgb(${i * 4} 10 20)"></div>`,
    ).join('');
    const page = await extension.context.newPage();
    await page.goto(site.put('/', `<!doctype html><style>body { margin: 0 }</style>${rows}`));
    const tab = await captureFullPage(extension, page);
    await expect(tab.getByText('in 2 parts')).toBeVisible();
    expect(await readPicture(tab, [{ x: 9, y: 13_499 }])).toEqual({
      width: 2560,
      height: 13_500,
      pixels: [[26 * 4, 10, 20]],
    });
  });
});

declare const chrome: {
  readonly action: { getBadgeText(of: object): Promise<string> };
};
