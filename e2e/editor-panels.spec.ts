import type { Locator, Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectAccessible } from './support/expect-accessible.ts';

/* The panels beside the drawing: style, arrangement, the list of elements, and the sheet with all keys. */

test.use({ baseURL: undefined });

test('what is chosen in the style panel is how it looks, by mouse and by keyboard, and is undone', async ({
  extension,
}) => {
  const editor = await openEditor(() => extension.open('editor.html#new'));
  await draw(editor, 'r', 450, 300);
  const style = editor.getByRole('region', { name: 'Style' });
  const shape = editor.locator('.canvas-place rect[stroke]').first();

  await choose(style, 'Line', 'Red');
  await expect(shape).toHaveAttribute('stroke', '#e03131');
  await choose(style, 'Fill', 'Yellow');
  await expect(shape).toHaveAttribute('fill', '#ffec99');
  await choose(style, 'Width', 'Bold');
  await expect(shape).toHaveAttribute('stroke-width', '4');
  await choose(style, 'Dashes', 'Dashed');
  await expect(shape).toHaveAttribute('stroke-dasharray', /\d/);
  await style.getByRole('radio', { name: 'Dashed' }).press('ArrowLeft');
  await expect(shape).not.toHaveAttribute('stroke-dasharray', /\d/);
  await style.getByRole('textbox', { name: 'Line: colour in hex digits' }).fill('0a8');
  await expect(shape).toHaveAttribute('stroke', '#00aa88');
  await style.getByRole('slider').fill('50');
  await expect(shape.locator('xpath=..')).toHaveAttribute('opacity', '0.5');
  await takeScreenshots(editor, 'editor-style');
  await expectAccessible(editor);

  await editor.getByRole('button', { name: /^Undo/ }).click();
  await expect(shape.locator('xpath=..')).not.toHaveAttribute('opacity');
});

test('a wrong colour is marked and changes nothing', async ({ extension }) => {
  const editor = await openEditor(() => extension.open('editor.html#new'));
  await draw(editor, 'r', 450, 300);
  const hex = editor.getByRole('textbox', { name: 'Line: colour in hex digits' });
  await hex.fill('url(#x)');
  await expect(hex).toHaveAttribute('aria-invalid', 'true');
  await hex.blur();
  await expect(hex).toHaveValue('#1e1e1e');
});

test('the list names all elements, selects them by keyboard, and frames get a name', async ({
  extension,
}) => {
  const editor = await openEditor(() => extension.open('editor.html#new'));
  await draw(editor, 'r', 450, 300);
  await draw(editor, 'o', 650, 300);
  await draw(editor, 'f', 500, 500);
  await editor.getByRole('button', { name: 'Elements', exact: true }).click();
  const list = editor.getByRole('listbox', { name: 'Elements' });
  await expect(list.getByRole('option')).toHaveText(['Frame', 'Ellipse', 'Rectangle']);

  await list.focus();
  await editor.keyboard.press('End');
  await expect(list.getByRole('option', { name: 'Rectangle' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await editor.keyboard.press('Shift+ArrowUp');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(2);
  await editor.keyboard.press('Home');
  const name = editor.getByLabel('Name of the frame');
  await name.fill('Sign-in');
  await name.press('Enter');
  await expect(list.getByRole('option').first()).toHaveText('Frame Sign-in');
  await takeScreenshots(editor, 'editor-elements');
  await expectAccessible(editor);
});

test('shapes are aligned, laid out, grouped and locked by buttons', async ({ extension }) => {
  const editor = await openEditor(() => extension.open('editor.html#new'));
  await draw(editor, 'r', 450, 300);
  await draw(editor, 'o', 650, 420);
  await draw(editor, 'd', 850, 340);
  await editor.keyboard.press('Control+a');
  const tops = () =>
    editor
      .locator('.canvas-place g[transform^="translate"]')
      .evaluateAll((groups) =>
        groups
          .map((group) => /translate\(\S+ (\S+)\)/.exec(group.getAttribute('transform') ?? '')?.[1])
          .filter((top) => top !== undefined),
      );
  expect(new Set(await tops()).size).toBeGreaterThan(1);
  const arrange = editor.getByRole('toolbar', { name: 'Arrange' });
  await arrange.getByRole('button', { name: 'Align top edges' }).click();
  await expect.poll(async () => new Set((await tops()).slice(-3)).size).toBe(1);
  await arrange.getByRole('button', { name: 'Lay out in layers, downwards' }).click();
  await arrange.getByRole('button', { name: 'Group', exact: true }).click();
  await expect(arrange.getByRole('button', { name: 'Ungroup' })).toBeEnabled();
  await arrange.getByRole('button', { name: 'Lock' }).click();
  await expect(arrange.getByRole('button', { name: 'Delete' })).toBeDisabled();
  await arrange.getByRole('button', { name: 'Unlock' }).click();
  await arrange.getByRole('button', { name: 'Delete' }).click();
  await editor.getByRole('button', { name: 'Elements', exact: true }).click();
  await expect(editor.getByText('Nothing is drawn yet.')).toBeVisible();
});

test('? shows every key, and Escape leaves the sheet', async ({ extension }) => {
  const editor = await openEditor(() => extension.open('editor.html#new'));
  await editor.keyboard.press('?');
  const sheet = editor.getByRole('dialog', { name: 'All keys' });
  await expect(sheet).toBeVisible();
  await expect(sheet.getByText('Bring to front')).toBeVisible();
  await expect(sheet.getByText('Cut out a band')).toBeVisible();
  await takeScreenshots(editor, 'editor-keys');
  await expectAccessible(editor);
  await editor.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

async function openEditor(open: () => Promise<Page>): Promise<Page> {
  const editor = await open();
  await editor.locator('.canvas-place').click({ position: { x: 640, y: 700 } });
  return editor;
}

/** Draws with a tool by mouse; the new element is selected then. */
async function draw(editor: Page, key: string, x: number, y: number): Promise<void> {
  await editor.keyboard.press(key);
  await editor.mouse.move(x, y);
  await editor.mouse.down();
  await editor.mouse.move(x + 60, y + 40);
  await editor.mouse.move(x + 120, y + 80);
  await editor.mouse.up();
}

async function choose(panel: Locator, legend: string, name: string): Promise<void> {
  await panel
    .getByRole('group', { name: legend, exact: true })
    .getByRole('radio', { name })
    .check();
}
