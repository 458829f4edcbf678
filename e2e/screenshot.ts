import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

const NARROW_WIDTH_PX = 320;
const NARROW_HEIGHT_PX = 640;

/** Where a screen's picture goes: `test-results/screens/NAME.png`. */
export function screenPath(name: string): string {
  return resolve(import.meta.dirname, '../test-results/screens', `${name}.png`);
}

/** Takes a page's picture in light, dark and 320 px wide, for a person to look at; the page is left as it was. */
export async function takeScreenshots(page: Page, name: string): Promise<void> {
  const shoot = (variant: string) =>
    page.screenshot({ path: screenPath(`${name}-${variant}`), fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await shoot('light');
  // Not setViewportSize: in the browser with the extension it would change the device scale for good.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: NARROW_WIDTH_PX,
    height: NARROW_HEIGHT_PX,
    deviceScaleFactor: 0,
    mobile: false,
  });
  await shoot('320px');
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
  const size = page.viewportSize();
  if (size !== null) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: null });
}
