import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { expectSize } from './support/capture-steps.ts';
import { EXTENSION_PATH, type ExtensionBrowser } from './support/extension-browser.ts';
import { dragRegion, startRegion } from './support/extension-steps.ts';

const HELLO = '<!doctype html><title>A page</title><h1>Hello</h1>';

/** Speaks to the service worker as a script of the extension in the active tab's page does. */
async function sayFromPage(extension: ExtensionBrowser, message: object): Promise<void> {
  const worker = await extension.serviceWorker();
  await worker.evaluate(async (message) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id },
      args: [{ tabId: tab?.id, ...message }],
      func: (said: object) => {
        void chrome.runtime.sendMessage(said).catch(() => {});
      },
    });
  }, message);
}

test('a page’s script can neither ask for a capture nor end one that nobody began', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', HELLO));
  await (await extension.openPopup(page)).press('Escape', 27); // grants activeTab
  const taken = {
    type: 'region-taken',
    rect: { left: 0, top: 0, width: 100, height: 100 },
    viewport: { width: 1000, height: 700, scale: 1 },
  };
  const before = extension.context.pages().length;
  await sayFromPage(extension, { type: 'capture-visible' });
  await sayFromPage(extension, { type: 'capture-region' });
  await sayFromPage(extension, taken);

  // A real region afterwards: its tab is the only one, so those before had no effect.
  await startRegion(extension, page);
  await dragRegion(page, { x: 10, y: 10 }, { x: 60, y: 50 });
  const opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  await expectSize(await opened, 50, 40);
  await page.bringToFront();
  await sayFromPage(extension, taken); // it was told once already
  await page.waitForTimeout(1000);
  expect(extension.context.pages()).toHaveLength(before + 1);
});

test('the script for captures carries no key, no crypto and no way to the server', async () => {
  const script = await readFile(`${EXTENSION_PATH}/capture-in-page.js`, 'utf8');
  const words = ['/api/v1', 'inkseal/', 'HKDF', 'PBKDF2', 'subtle', 'indexedDB', 'fetch('];
  for (const word of words) expect(script).not.toContain(word);
});

test('a page’s script that nobody asked to scroll is not listened to', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', HELLO));
  await (await extension.openPopup(page)).press('Escape', 27); // grants activeTab
  const before = extension.context.pages().length;
  const worker = await extension.serviceWorker();
  const end = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id },
      func: () =>
        new Promise((resolve) => {
          const port = chrome.runtime.connect({ name: 'walk' });
          port.onMessage.addListener(() => resolve('answered'));
          port.onDisconnect.addListener(() => resolve('refused'));
          const viewport = { width: 1000, height: 700, scale: 1 };
          port.postMessage({ type: 'plan', size: { width: 1000, height: 700 }, viewport });
          const screen = { origin: { left: 0, top: 0 }, pieces: [], covered: viewport };
          port.postMessage({ type: 'screen', ...screen });
        }),
    });
    return answer?.result;
  });
  expect(end).toBe('refused');
  expect(extension.context.pages()).toHaveLength(before);
});

test('captures asked for in a rush all come', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', HELLO));
  await (await extension.openPopup(page)).press('Escape', 27); // grants activeTab
  const reader = await extension.open('reader.html');
  await page.bringToFront();
  await reader.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const message = { type: 'capture-visible', tabId: tab?.id };
    // Its tab comes to the front when it is done, so what follows must come first.
    await Promise.all([
      chrome.tabs.captureVisibleTab(),
      chrome.tabs.captureVisibleTab(),
      chrome.runtime.sendMessage(message),
    ]);
  });
  const addresses = () => extension.context.pages().map((tab) => tab.url());
  await expect.poll(addresses).toContainEqual(expect.stringContaining('/editor.html#'));
});

test('a key on a page that can’t be drawn on opens a tab that says why', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto('chrome://version/');
  const worker = await extension.serviceWorker();
  const opened = extension.context.waitForEvent('page');
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('capture-region', tab);
  });
  const tab = await opened;
  await expect(tab.getByText('This page belongs to the browser')).toBeVisible();
  await expect(tab.getByLabel('Secret text')).toBeFocused();
});

declare const chrome: {
  readonly tabs: {
    query(what: object): Promise<{ readonly id: number }[]>;
    captureVisibleTab(): Promise<string>;
  };
  readonly scripting: {
    executeScript(injection: object): Promise<readonly { readonly result: unknown }[]>;
  };
  readonly runtime: {
    sendMessage(message: object): Promise<unknown>;
    connect(how: object): {
      postMessage(message: object): void;
      readonly onMessage: { addListener(listener: () => void): void };
      readonly onDisconnect: { addListener(listener: () => void): void };
    };
  };
  readonly commands: { readonly onCommand: { dispatch(...args: unknown[]): void } };
};
