import { readFile } from 'node:fs/promises';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { drawWith, openEditor } from './support/editor-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';

/* What belongs to the whole drawing: its crop, its grid, its attached sources. */

// No server is needed here.
test.use({ baseURL: 'about:blank' });

test('a crop is removed by its button and by its key, and both are undone', async ({
  extension,
}) => {
  const page = await openEditor(extension);
  const remove = page.getByRole('button', { name: 'Remove the crop', exact: true });
  await expect(remove).toHaveCount(0);
  await drawWith(page, 'Crop', [
    { x: 300, y: 200 },
    { x: 400, y: 260 },
    { x: 460, y: 300 },
  ]);
  const shade = page.locator('.crop-shade');
  await expect(shade).toBeVisible();
  await expectAccessible(page);
  await remove.click();
  await expect(shade).toHaveCount(0);
  await expect(remove).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo “Remove the crop”' }).click();
  await expect(shade).toBeVisible();
  await page.keyboard.press('Shift+K');
  await expect(shade).toHaveCount(0);
});

test('the grid is drawn while things snap to it', async ({ extension }) => {
  const page = await openEditor(extension);
  const lines = page.locator('.grid-lines path');
  await page.keyboard.press("'");
  await expect(lines).toHaveAttribute('d', /^M.*V.*M.*H/);
  await takeScreenshots(page, 'editor-grid');
  await page.keyboard.press("'");
  await expect(lines).toHaveCount(0);
});

test('a source that goes with the drawing is saved, removed and brought back', async ({
  extension,
}) => {
  const page = await openEditor(extension);
  await page.getByRole('button', { name: 'Draw from Mermaid' }).click();
  await page.getByRole('textbox', { name: 'Text of the diagram' }).fill('flowchart TD\n a --> b');
  await page.getByRole('button', { name: 'Draw it' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Elements', exact: true }).click();
  const sources = page.getByRole('region', { name: 'Attached sources' });
  await expect(sources.getByRole('listitem')).toContainText('21 bytes');
  await expectAccessible(page);
  await takeScreenshots(page, 'editor-attachments');
  const saving = page.waitForEvent('download');
  await sources.getByRole('button', { name: /^Save / }).click();
  expect(await readFile(await (await saving).path(), 'utf8')).toBe('flowchart TD\n a --> b');
  await sources.getByRole('button', { name: /^Remove / }).click();
  await expect(sources).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo “Remove 1 attached source”' }).click();
  await expect(sources).toBeVisible();
});
