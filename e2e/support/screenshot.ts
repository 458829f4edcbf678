import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

export const NARROW_PX = { width: 320, height: 640 };

/** Where a screen's picture goes: `test-results/screens/NAME.png`. */
export function screenPath(name: string): string {
  return resolve(import.meta.dirname, '../../test-results/screens', `${name}.png`);
}

/**
 * Takes a page's picture in light, dark and 320 px wide, for a person to look at; the page is left as it was. Nothing
 * with SCREENS=0, as in `npm test`: three hundred pictures that nobody looks at cost minutes.
 */
export async function takeScreenshots(page: Page, name: string): Promise<void> {
  if (process.env.SCREENS === '0') return;
  const shoot = (variant: string) =>
    page.screenshot({ path: screenPath(`${name}-${variant}`), fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await shoot('light');
  await runNarrow(page, () => shoot('320px'));
  await page.emulateMedia({ colorScheme: null });
}

/** Runs `act` while the page is 320 px wide, and gives it back its width. */
export async function runNarrow(page: Page, act: () => Promise<unknown>): Promise<void> {
  const size = page.viewportSize();
  if (size !== null) {
    await page.setViewportSize(NARROW_PX);
    await act();
    await page.setViewportSize(size);
    return;
  }
  // The browser with the extension has a real window: setViewportSize would change its device scale for good.
  const session = await page.context().newCDPSession(page);
  const metrics = { ...NARROW_PX, deviceScaleFactor: 0, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  await act();
  await session.send('Emulation.clearDeviceMetricsOverride');
  // Not detached: that would take the authenticator in software from the page, whoever gave it one.
}
