import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { addHarness, openEditor } from './support/library-steps.ts';

/* The editor keeps what is drawn in the library by itself. */

test.use({ baseURL: undefined });

/** Draws a rectangle by mouse. */
async function drawBox(page: Page, x: number, y: number): Promise<void> {
  await page.keyboard.press('r');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 40);
  await page.mouse.move(x + 120, y + 80);
  await page.mouse.up();
}

test('what is drawn is saved within 5 seconds, found in the library, and opens again', async ({
  extension,
}) => {
  const editor = await openEditor(extension);
  await editor.getByLabel('Name of this diagram').fill('Drawn here');
  await editor.locator('.canvas-place').click({ position: { x: 600, y: 500 } });
  await drawBox(editor, 400, 300);
  const drawnAt = Date.now();
  await expect(editor.getByText('Saved', { exact: true })).toBeVisible();
  expect(Date.now() - drawnAt).toBeLessThan(5000);
  await expect(editor).toHaveURL(/#diagram=[\w-]{22}$/);
  await takeScreenshots(editor, 'library-editor-saved');

  const library = await extension.open('library.html');
  await expect(library.getByRole('link', { name: 'Drawn here' })).toBeVisible();
  await editor.bringToFront();
  await drawBox(editor, 600, 300);
  await expect(editor.getByText('Saving…')).toBeVisible();
  await expect(editor.getByText('Saved', { exact: true })).toBeVisible();
  await editor.reload();
  await expect(editor.getByLabel('Name of this diagram')).toHaveValue('Drawn here');
  await addHarness(editor);
  const elements = await editor.evaluate(async () => {
    const { diagrams } = await harness.list();
    const opened = diagrams[0] && (await harness.openDiagram(diagrams[0].id));
    return opened?.scene.elements.map(({ type }) => type);
  });
  expect(elements).toEqual(['rectangle', 'rectangle']);
});
