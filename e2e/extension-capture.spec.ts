import {
  changeSettings,
  dragRegion,
  openByPopup,
  overlayCount,
  reveal,
  saveOnly,
  sealAndReadLink,
  startRegion,
} from './extension-steps.ts';
import { expect, test } from './fixtures.ts';
import { comparePixels, KNOWN_PIXELS_PAGE } from './known-pixels.ts';

for (const scale of [1, 2]) {
  test.describe(`at ${scale} device pixels to a CSS pixel`, () => {
    test.use({ deviceScale: scale });

    test('a region reaches its recipient pixel by pixel', async ({
      extension,
      server,
      site,
      page: recipient,
      context,
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
      expect(await comparePixels(context, picture, expected)).toEqual({
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
      context,
    }) => {
      await changeSettings(extension, { origin: server.url });
      const page = await extension.context.newPage();
      await page.goto(site.put('/', KNOWN_PIXELS_PAGE));
      const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      const tab = await openByPopup(extension, page, 'Capture visible');
      const link = await sealAndReadLink(tab);

      await reveal(recipient, link);
      const picture = await saveOnly(recipient);
      expect(await comparePixels(context, picture, { left: 0, top: 0, scale })).toEqual({
        width: size.width * scale,
        height: size.height * scale,
        wrong: 0,
      });
    });
  });
}
