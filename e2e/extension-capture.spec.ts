import { expect, test } from './fixtures.ts';
import {
  changeSettings,
  dragRegion,
  openByPopup,
  overlayCount,
  reveal,
  saveOnly,
  sealAndReadLink,
  startRegion,
} from './support/extension-steps.ts';
import { comparePixels, compareSeen, KNOWN_PIXELS_PAGE } from './support/known-pixels.ts';

for (const scale of [1, 1.5, 2]) {
  test.describe(`at ${scale} device pixels to a CSS pixel`, () => {
    test.use({ deviceScale: scale });

    test('a region reaches its recipient pixel by pixel', async ({
      extension,
      server,
      site,
      page: recipient,
    }) => {
      await changeSettings(extension, { origin: server.url });
      const page = await extension.context.newPage();
      await page.goto(site.put('/', KNOWN_PIXELS_PAGE));
      await page.evaluate(() => scrollTo(300, 500));
      await startRegion(extension, page);
      await dragRegion(page, { x: 120, y: 80 }, { x: 420, y: 280 });
      const opened = extension.context.waitForEvent('page');
      await page.keyboard.press('Enter');
      const tab = await opened;
      expect(await overlayCount(page)).toBe(0);
      const link = await sealAndReadLink(tab);

      await reveal(recipient, link);
      const picture = await saveOnly(recipient);
      const expected = { left: 420, top: 580, scale };
      expect(await comparePixels(recipient, picture, expected)).toEqual({
        width: 300 * scale,
        height: 200 * scale,
        wrong: 0,
      });
    });

    test('all that is visible reaches its recipient pixel by pixel', async ({
      extension,
      server,
      site,
      page: recipient,
    }) => {
      await changeSettings(extension, { origin: server.url });
      const page = await extension.context.newPage();
      await page.goto(site.put('/', KNOWN_PIXELS_PAGE));
      const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      const tab = await openByPopup(extension, page, 'Capture visible');
      const link = await sealAndReadLink(tab);

      await reveal(recipient, link);
      const picture = await saveOnly(recipient);
      expect(await comparePixels(recipient, picture, { left: 0, top: 0, scale })).toEqual({
        width: size.width * scale,
        height: Math.round(size.height * scale),
        wrong: 0,
      });
    });
  });
}

test('a zoomed page gives the pixels that are seen', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', KNOWN_PIXELS_PAGE));
  const worker = await extension.serviceWorker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    // Not the host's zoom, which would be that of later pages, too.
    await chrome.tabs.setZoomSettings(tab?.id, { scope: 'per-tab' });
    await chrome.tabs.setZoom(tab?.id, 1.25);
  });
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(1.25);
  await startRegion(extension, page);
  await dragRegion(page, { x: 100, y: 80 }, { x: 300, y: 200 });
  const opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const tab = await opened;
  expect(await compareSeen(tab, { left: 100, top: 80, scale: 1.25 })).toEqual({
    width: 250,
    height: 150,
    wrong: 0,
  });
});

declare const chrome: {
  readonly tabs: {
    query(what: object): Promise<{ readonly id: number }[]>;
    setZoom(id: number | undefined, factor: number): Promise<void>;
    setZoomSettings(id: number | undefined, settings: { readonly scope: 'per-tab' }): Promise<void>;
  };
};
