import { captureFullPage, savePicture } from './capture-steps.ts';
import { comparePictures } from './compare-pictures.ts';
import { expect, test } from './fixtures.ts';
import { putTallPage, renderTall } from './tall-page.ts';

for (const scale of [1, 1.5, 2]) {
  test.describe(`at ${scale} device pixels to a CSS pixel`, () => {
    test.use({ deviceScale: scale });

    test('ten screens look as in one tall window', async ({ extension, site }) => {
      test.slow();
      const page = await extension.context.newPage();
      await page.goto(putTallPage(site));
      const tab = await captureFullPage(extension, page);
      const taken = await savePicture(extension, tab);
      await page.bringToFront();
      const tall = await renderTall(page);
      const difference = comparePictures(taken, tall);
      expect(difference.share).toBeLessThan(0.001);
    });
  });
}
