import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

export interface At {
  readonly x: number;
  readonly y: number;
}

/** Opens an empty editor in a tab of its own. */
export async function openEditor(extension: ExtensionBrowser, hash = '#new'): Promise<Page> {
  const page = await extension.open(`editor.html${hash}`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole('application', { name: 'Drawing' })).toBeFocused();
  return page;
}

/** Drags with the mouse over points of the page. */
export async function dragOver(page: Page, points: readonly At[]): Promise<void> {
  const [first, ...others] = points;
  if (first === undefined) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of others) await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
}

/** Chooses a tool by its button and drags. */
export async function drawWith(page: Page, tool: string, points: readonly At[]): Promise<void> {
  await chooseTool(page, tool);
  await dragOver(page, points);
}

export async function chooseTool(page: Page, tool: string): Promise<void> {
  await page
    .getByRole('toolbar', { name: 'Tools' })
    .getByRole('button', { name: tool, exact: true })
    .click();
}

/** Goes through all elements with Tab, and returns what a screen reader says of each. */
export async function listElements(page: Page): Promise<string[]> {
  await page.getByRole('application', { name: 'Drawing' }).focus();
  await page.keyboard.press('v');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const said: string[] = [];
  for (let count = await countElements(page); count > 0; count--) {
    await page.keyboard.press('Tab');
    said.push((await page.locator('#announcement').textContent()) ?? '');
  }
  return said;
}

/** Elements that are drawn, labels and all. */
export function countElements(page: Page): Promise<number> {
  return page.locator('svg.layer > g').count();
}
