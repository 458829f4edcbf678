import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { ExtensionBrowser } from './support/extension-browser.ts';
import { dragRegion, startRegion } from './support/extension-steps.ts';
import { readPicture } from './support/read-picture.ts';

const COUNTING = `<!doctype html><title>Counting</title>
  <style>body { margin: 0; height: 100vh; background: rgb(10 20 30) } body:has(a:hover) { background: rgb(200 100 50) }
    a { position: absolute; left: 200px; top: 200px; width: 100px; height: 100px; background: gray }</style><a></a>`;

const CORNER = { x: 5, y: 5 };

const badge = async (extension: ExtensionBrowser): Promise<string> => {
  const worker = await extension.serviceWorker();
  return worker.evaluate(() => chrome.action.getBadgeText({}));
};

test('after a delay, what opens only under the pointer is taken; the toolbar button counts', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', COUNTING));
  const opened = extension.context.waitForEvent('page');
  const popup = await extension.openPopup(page);
  await popup.screenshot('extension-popup-captures');
  await popup.click('After 3 s');
  await popup.closed;
  await page.mouse.move(250, 250);
  const seen = new Set<string>();
  await expect
    .poll(async () => seen.add(await badge(extension)).has('1'), { intervals: [100] })
    .toBe(true);
  expect([...seen]).toContain('2');
  expect((await readPicture(await opened, [CORNER])).pixels).toEqual([[200, 100, 50]]);
  expect(await badge(extension)).toBe('');
});

test('a delayed capture can be given up while it counts', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', COUNTING));
  const first = await extension.openPopup(page);
  await first.click('After 10 s');
  await first.closed;
  const second = await extension.openPopup(page);
  await expect.poll(() => second.text()).toMatch(/Capturing in \d+ seconds/);
  await second.screenshot('extension-popup-counting');
  await second.click('Don’t capture');
  await second.closed;
  expect(await badge(extension)).toBe('');
  const worker = await extension.serviceWorker();
  const result = await worker.evaluate(async () => (await chrome.tabs.query({})).length);
  await page.waitForTimeout(1500);
  expect(await worker.evaluate(async () => (await chrome.tabs.query({})).length)).toBe(result);
});

test('the last region is taken again where it was, as long as the page is the same', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', COUNTING));
  await startRegion(extension, page);
  await dragRegion(page, { x: 10, y: 20 }, { x: 110, y: 90 });
  const firstOpened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  expect((await readPicture(await firstOpened, [CORNER])).pixels).toEqual([[10, 20, 30]]);

  await page.bringToFront();
  await page.evaluate(() => {
    document.body.style.background = 'rgb(1 2 3)';
    location.hash = 'part';
  });
  const popup = await extension.openPopup(page);
  await expect.poll(() => popup.text()).toContain('Last region again');
  await popup.screenshot('extension-popup-again');
  const opened = extension.context.waitForEvent('page');
  await popup.click('Last region again');
  expect(await readPicture(await opened, [CORNER])).toEqual({
    width: 100,
    height: 70,
    pixels: [[1, 2, 3]],
  });

  await page.bringToFront();
  await page.goto(site.put('/other', COUNTING));
  const other = await extension.openPopup(page);
  await expect.poll(() => other.text()).toContain('Full page');
  expect(await other.text()).not.toContain('Last region again');
});

test('each capture has a key, and four of them are suggested', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', COUNTING));
  const popup = await extension.openPopup(page);
  const keys = ['Alt+Shift+S', 'Alt+Shift+V', 'Alt+Shift+E', 'Alt+Shift+F'];
  for (const key of keys) await expect.poll(() => popup.text()).toContain(key);
  const worker = await extension.serviceWorker();
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  expect(commands.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['capture-again', 'capture-element', 'capture-full-page']),
  );
  await popup.press('Escape', 27);
  await pressCommand(extension, page, 'capture-full-page');
});

/** What a key does in the service worker; a test can't press the browser's own. */
async function pressCommand(extension: ExtensionBrowser, page: Page, name: string) {
  await page.bringToFront();
  const opened = extension.context.waitForEvent('page');
  const worker = await extension.serviceWorker();
  await worker.evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch(name, tab);
  }, name);
  expect((await opened).url()).toContain('/editor.html#');
}

declare const chrome: {
  readonly action: { getBadgeText(of: object): Promise<string> };
  readonly tabs: { query(what: object): Promise<readonly object[]> };
  readonly commands: {
    getAll(): Promise<readonly { readonly name: string }[]>;
    readonly onCommand: { dispatch(...args: unknown[]): void };
  };
};
