import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** Tries to close the tab as a person does, and says whether the browser asked first; the tab stays where it did. */
export async function isAskedBeforeLeaving(page: Page): Promise<boolean> {
  // The browser asks only who has touched the page, and lets go of one that is too busy to answer at once.
  await page.getByRole('heading', { level: 1 }).click();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    return true;
  });
  const closed = page.waitForEvent('close').then(() => false);
  await page.close({ runBeforeUnload: true });
  return Promise.race([asked.catch(() => false), closed.catch(() => true)]);
}
