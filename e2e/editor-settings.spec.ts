import { readFile } from 'node:fs/promises';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { drawWith, openEditor } from './support/editor-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { screenPath } from './support/screenshot.ts';

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

  // Of several pages a person chooses one, at once and later.
  const cell = (value: string) =>
    `<diagram name="${value}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" value="${value}" parent="1" vertex="1"><mxGeometry width="90" height="40" as="geometry"/></mxCell></root></mxGraphModel></diagram>`;
  const file = Buffer.from(`<mxfile>${cell('Login')}${cell('Logout')}</mxfile>`);
  await page.setInputFiles('input[type="file"]', {
    name: 'two.drawio',
    mimeType: 'application/xml',
    buffer: file,
  });
  const dialog = page.getByRole('dialog', { name: 'Which page?' });
  await dialog.getByRole('combobox').selectOption('Logout');
  await takeScreenshots(page, 'editor-pages');
  await dialog.getByRole('button', { name: 'Open' }).click();
  const drawn = page.locator('svg.layer text');
  await expect(drawn.filter({ hasText: 'Logout' })).toHaveCount(1);
  await sources.getByRole('button', { name: 'Open a page of diagram.drawio' }).click();
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(drawn.filter({ hasText: 'Login' })).toHaveCount(1);
  await expect(sources.getByRole('listitem')).toHaveCount(2);
});

test('in the dark one draws on dark paper, in a colour that is seen on it, and may change it', async ({
  extension,
}) => {
  const page = await extension.context.newPage();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(extension.url('editor.html#new'));
  const canvas = page.getByRole('application', { name: 'Drawing' });
  await expect(canvas).toHaveCSS('background-color', 'rgb(22, 24, 29)');
  await drawWith(page, 'Rectangle', [
    { x: 400, y: 300 },
    { x: 500, y: 360 },
  ]);
  await expect(page.locator('svg.layer [stroke="#ffffff"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Style' }).click();
  await page.screenshot({ path: screenPath('editor-paper-dark') });
  await page.getByRole('radio', { name: 'White' }).check();
  await expect(canvas).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await drawWith(page, 'Ellipse', [
    { x: 600, y: 300 },
    { x: 700, y: 360 },
  ]);
  await expect(page.locator('svg.layer [stroke="#1e1e1e"]')).toHaveCount(1);
});
