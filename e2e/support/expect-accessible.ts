import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { NARROW_PX, runNarrow } from './screenshot.ts';

/**
 * Whether the page as it stands is for everybody: axe finds nothing, nor too little contrast in the dark; there is
 * exactly one h1; and at 320 px (also 640 px at 200 % zoom) nothing has to be scrolled sideways.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoViolation(new AxeBuilder({ page }));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoViolation(new AxeBuilder({ page }).withRules('color-contrast'));
  await page.emulateMedia({ colorScheme: null });
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await runNarrow(page, async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(NARROW_PX.width);
  });
}

/** What axe was told to look at has nothing that it finds. */
export async function expectNoViolation(axe: AxeBuilder): Promise<void> {
  // “Legacy” works in the page itself; else each look opens a tab of its own, which costs as much as the look.
  const { violations } = await axe.setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
