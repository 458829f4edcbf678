import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectSize } from './support/capture-steps.ts';
import { expectNoViolation } from './support/expect-accessible.ts';
import { EXTENSION_PATH, type ExtensionBrowser } from './support/extension-browser.ts';
import {
  changeSettings,
  dragRegion,
  openByPopup,
  readLink,
  reveal,
  sealAndReadLink,
  startRegion,
} from './support/extension-steps.ts';
import { KNOWN_PIXELS_PAGE } from './support/known-pixels.ts';

const HELLO = '<!doctype html><title>A page</title><h1>Hello</h1><p>Some words\nto select</p>';

/** Puts the extension in its own place again, as an update does: all its pages are closed. */
async function loadAgain(extension: ExtensionBrowser): Promise<void> {
  const session = await extension.context.browser()?.newBrowserCDPSession();
  // The protocol's types do not know this command yet.
  const send = session?.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.loadUnpacked', { path: EXTENSION_PATH });
}

/** Ends the service worker, as the browser does when it is idle. */
async function stopServiceWorker(extension: ExtensionBrowser): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto('chrome://serviceworker-internals/');
  await page.getByRole('button', { name: 'Stop' }).first().click();
  await expect(page.getByText('STOPPED').first()).toBeVisible();
  await page.close();
}

test('with share at once, a region ends in a link in the clipboard', async ({
  extension,
  server,
  site,
  page: recipient,
}) => {
  await changeSettings(extension, { origin: server.url, shareAtOnce: true });
  const page = await extension.context.newPage();
  await page.goto(site.put('/', KNOWN_PIXELS_PAGE));
  await startRegion(extension, page);
  await dragRegion(page, { x: 50, y: 60 }, { x: 350, y: 260 });
  const opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const tab = await opened;
  await expect(tab.getByText('The link is in your clipboard.')).toBeVisible();
  await takeScreenshots(tab, 'extension-share-at-once');
  const pasted = await extension.open('reader.html');
  await pasted.getByLabel('Share link').focus();
  await pasted.keyboard.press('ControlOrMeta+v');
  const link = await pasted.getByLabel('Share link').inputValue();
  expect(link).toBe(await readLink(tab));
  await reveal(recipient, link);
  await expect(recipient.getByRole('img')).toBeVisible();
});

test('a capture outlives its tab, a stopped service worker and a stopped server', async ({
  extension,
  server,
  site,
  page: recipient,
}) => {
  test.slow();
  await changeSettings(extension, { origin: server.url });
  const page = await extension.context.newPage();
  await page.goto(site.put('/', HELLO));
  await startRegion(extension, page);
  await dragRegion(page, { x: 10, y: 10 }, { x: 210, y: 110 });
  await stopServiceWorker(extension);
  await page.bringToFront();
  const opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const tab = await opened;
  await expectSize(tab, 200, 100);
  await expect(tab.getByText('Saved', { exact: true })).toBeVisible();
  await tab.close();

  const shares = await extension.open('library.html');
  await shares.getByRole('link', { name: 'A page' }).click();
  await expectSize(shares, 200, 100);
  await shares.bringToFront();
  await shares.getByRole('button', { name: 'Share', exact: true }).click();
  // Offered once the server has told its limits: from then on it may stop.
  const share = shares.getByRole('button', { name: 'Seal and share' });
  await expect(share).toBeVisible();
  await server.stop();
  await share.click();
  await expect(shares.getByText('Not shared yet')).toBeVisible();
  await takeScreenshots(shares, 'extension-share-failed');
  await server.start();
  await shares.getByRole('button', { name: 'Try again' }).click();
  await reveal(recipient, await readLink(shares));
  await expect(recipient.getByRole('img')).toBeVisible();
  await shares.goto(extension.url('my-shares.html'));
  await expect(shares.getByText('1 of 1 views taken.')).toBeVisible();
  await expect(shares.getByText('Unfinished')).toBeHidden();
});

test('an update of the extension in mid-share loses neither the text nor the files', async ({
  extension,
  server,
}) => {
  test.slow();
  await changeSettings(extension, { origin: server.url });
  const tab = await extension.open('share.html#write=files');
  await tab.getByLabel('Secret text').fill('Not lost');
  await tab.locator('input[type=file]').setInputFiles({
    name: 'also.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('also not lost'),
  });
  const share = tab.getByRole('button', { name: 'Seal and share' });
  await expect(share).toBeVisible();
  await server.stop();
  await share.click();
  await expect(tab.getByText('Uploading…')).toBeVisible();
  const closed = tab.waitForEvent('close');
  await loadAgain(extension);
  await closed;
  await server.start();

  const again = await extension.context.newPage();
  await expect(async () => {
    await again.goto(extension.url('my-shares.html'));
    await expect(again.getByText('Unfinished')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await again.getByRole('link', { name: 'Go on' }).click();
  await expect(again.getByLabel('Secret text')).toHaveValue('Not lost');
  await expect(again.getByText('also.txt')).toBeVisible();
});

test('the menus share a selection, an image, and open a link', async ({
  extension,
  server,
  site,
}) => {
  await changeSettings(extension, { origin: server.url });
  const page = await extension.context.newPage();
  const red = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="red"/></svg>`;
  site.put('/red.svg', red, 'image/svg+xml');
  await page.goto(site.put('/', `${HELLO}<pre>two\nlines</pre><img src="/red.svg">`));
  // Grants activeTab, as the click in a menu does.
  const popup = await extension.openPopup(page);
  await popup.press('Escape', 27);
  await page.evaluate(() => {
    const lines = document.querySelector('pre');
    if (lines) getSelection()?.selectAllChildren(lines);
  });

  const click = async (details: object): Promise<Page> => {
    await page.bringToFront();
    const opened = extension.context.waitForEvent('page');
    const worker = await extension.serviceWorker();
    await worker.evaluate(async (details) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch(details, tab);
    }, details);
    return opened;
  };
  const selection = await click({
    menuItemId: 'share-selection',
    selectionText: 'two lines',
    frameId: 0,
  });
  await expect(selection.getByLabel('Secret text')).toHaveValue('two\nlines');
  await takeScreenshots(selection, 'extension-share-text');

  const image = await click({
    menuItemId: 'share-image',
    srcUrl: `${site.url}/red.svg`,
    frameId: 0,
  });
  await expect(image.getByText('this is what was seen of it')).toBeVisible();
  await expectSize(image, 90, 60);
  await takeScreenshots(image, 'extension-image-seen');

  const pixel =
    'data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
  const own = await click({ menuItemId: 'share-image', srcUrl: pixel, frameId: 0 });
  await expect(own.getByRole('application')).toBeVisible();
  await own.getByRole('button', { name: 'Export', exact: true }).click();
  await own.getByRole('button', { name: 'Copy picture' }).click();
  await expect(own.getByText('Picture copied')).toBeVisible();

  const tab = await openByPopup(extension, page, 'Write text');
  await tab.getByLabel('Secret text').fill('By the menu');
  const link = await sealAndReadLink(tab);
  const reader = await click({ menuItemId: 'open-link', linkUrl: link });
  await expect(reader.getByText('A sealed share is waiting for you')).toBeVisible();
  expect(reader.url()).toBe(extension.url('reader.html'));
});

test('settings check the server, and refuse what is not safe', async ({
  extension,
  server,
  site,
}) => {
  const page = await extension.open('settings.html');
  const save = page.getByRole('button', { name: 'Save' });
  await expect(save).toBeVisible();
  await expectNoViolation(page);
  await takeScreenshots(page, 'extension-settings');
  await page.getByLabel('Server').fill('http://share.example');
  await save.click();
  await expect(page.getByText('Without https only this computer can be used.')).toBeVisible();
  site.put('/api/v1/config', '{"name":"another"}', 'application/json');
  await page.getByLabel('Server').fill(site.url);
  await save.click();
  await expect(page.getByText(/No server answers there|is not an Inkseal server/)).toBeVisible();
  await page.getByLabel('Server').fill(server.url);
  await page.getByLabel('Views to begin with').fill('1000');
  await save.click();
  await expect(page.getByText('Type a whole number from 1 to 100.')).toBeVisible();
  await takeScreenshots(page, 'extension-settings-problem');
  await page.getByLabel('Views to begin with').fill('5');
  await page.getByLabel('Expires after').selectOption('1 day');
  await page.getByLabel('Dark').check();
  await save.click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Dark')).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  const tab = await extension.open('share.html#write=text');
  await expect(tab.getByLabel('Views', { exact: true })).toHaveValue('5');
  await expect(tab.getByLabel('Expires after')).toHaveValue('86400');
});

test('every page is accessible', async ({ extension, server, site }) => {
  test.slow();
  await changeSettings(extension, { origin: server.url });
  for (const path of [
    'popup.html',
    'share.html#write=text',
    'share.html#cannotCapture=webStore',
    'share.html#draft=none',
    'my-shares.html',
    'settings.html',
    'reader.html',
  ]) {
    const page = await extension.open(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoViolation(page);
    await takeScreenshots(page, `extension-${path.replace(/\W+/g, '-')}`);
    await page.close();
  }
  const page = await extension.context.newPage();
  await page.goto(site.put('/', HELLO));
  const tab = await openByPopup(extension, page, 'Capture visible');
  await expect(tab.getByRole('application')).toBeVisible();
  await expectNoViolation(tab);
  await takeScreenshots(tab, 'extension-capture-in-editor');
  await sealAndReadLink(tab);
  await expectNoViolation(tab);
  await takeScreenshots(tab, 'extension-shared');
  const shares = await extension.open('my-shares.html');
  await shares.getByRole('button', { name: 'Log' }).click();
  await expect(shares.getByText('Created')).toBeVisible();
  await expectNoViolation(shares);
  await page.bringToFront();
  const popup = await extension.openPopup(page);
  await expect.poll(() => popup.text()).toContain('Alt+Shift+S');
  await popup.screenshot('extension-popup');
  await popup.press('Escape', 27);
  await startRegion(extension, page);
  await dragRegion(page, { x: 100, y: 100 }, { x: 500, y: 350 });
  await page.screenshot({ path: 'test-results/screens/extension-region.png' });
});

declare const chrome: {
  readonly tabs: { query(what: object): Promise<object[]> };
  readonly contextMenus: { readonly onClicked: { dispatch(...args: unknown[]): void } };
};
