import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

/** Sets what the extension shares through, and more, on its settings page as a person would. */
export async function changeSettings(
  extension: ExtensionBrowser,
  { origin, shareAtOnce }: { origin: string; shareAtOnce?: boolean },
): Promise<void> {
  const page = await extension.open('settings.html');
  await page.getByLabel('Server').fill(origin);
  if (shareAtOnce) await page.getByLabel('Share captures at once').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.close();
}

/** Clicks an action in the toolbar button's popup on `page`, and returns the tab that opens by it. */
export async function openByPopup(
  extension: ExtensionBrowser,
  page: Page,
  action: string,
): Promise<Page> {
  const opened = extension.context.waitForEvent('page');
  const popup = await extension.openPopup(page);
  await popup.click(action);
  return opened;
}

/** Clicks “Capture region” in the popup on `page`, and waits until the overlay has the keyboard. */
export async function startRegion(extension: ExtensionBrowser, page: Page): Promise<void> {
  const popup = await extension.openPopup(page);
  await popup.click('Capture region');
  await popup.closed;
  await expect.poll(() => overlayCount(page)).toBe(1);
}

/** Elements that lie over the page beside its own. */
export function overlayCount(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('html > :not(head, body, frameset)').length);
}

/** Draws a region with the mouse, in CSS pixels of the viewport. */
export async function dragRegion(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** Shares what the tab holds, and returns the link that it then shows. */
export async function sealAndReadLink(tab: Page): Promise<string> {
  if (tab.url().includes('/editor.html')) {
    await tab.getByRole('button', { name: 'Share', exact: true }).click();
  }
  await tab.getByRole('button', { name: 'Seal and share' }).click();
  return readLink(tab);
}

/** The link that a tab shows after sharing. */
export async function readLink(tab: Page): Promise<string> {
  const field = tab.getByLabel('Link', { exact: true });
  await expect(field).toHaveValue(/\/s\/[\w-]{22}#1p?\.[\w-]{43}$/);
  return field.inputValue();
}

/** Opens a link as a recipient in the server's own page, and takes one view. */
export async function reveal(recipient: Page, link: string): Promise<void> {
  await recipient.goto(link);
  await recipient.getByRole('button', { name: 'Open the share' }).click();
}

/** Saves the only file of a revealed share, and returns its bytes. */
export async function saveOnly(recipient: Page): Promise<Buffer> {
  const download = recipient.waitForEvent('download');
  await recipient.getByRole('button', { name: /^Save / }).click();
  return readFile(await (await download).path());
}
