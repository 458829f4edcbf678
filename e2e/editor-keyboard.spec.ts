import { expect, test } from './fixtures.ts';
import { chooseTool, countElements, listElements, openEditor } from './support/editor-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';

// No server is needed here.
test.use({ baseURL: 'about:blank' });

test('each tool draws by keyboard alone', async ({ extension }) => {
  const page = await openEditor(extension);
  for (const [key, said] of [
    ['r', 'Rectangle'],
    ['o', 'Ellipse'],
    ['d', 'Diamond'],
    ['a', 'Arrow'],
    ['l', 'Line'],
    ['p', 'Drawing'],
    ['m', 'Highlight'],
    ['b', 'Redact'],
    ['f', 'Frame'],
  ] as const) {
    await page.keyboard.press(key);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await countElements(page)).toBe(1);
    const [name] = await listElements(page);
    expect(name).toMatch(new RegExp(`^${said}.*, 1 of 1$`, 'i'));
    await page.keyboard.press('Delete');
    expect(await countElements(page)).toBe(0);
  }
});

test('a step, a text and a label are made by keyboard alone', async ({ extension }) => {
  const page = await openEditor(extension);
  await page.keyboard.press('n');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Words');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('svg.layer > g').last()).toHaveText('Words');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' and more');
  await page.keyboard.press('Escape');
  await expect(page.locator('svg.layer > g').last()).toContainText('more');
});

test('elements are reached by Tab, moved and resized by arrows, and every change is said', async ({
  extension,
}) => {
  const page = await openEditor(extension);
  for (const key of ['r', 'o']) {
    await page.keyboard.press(key);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  const status = page.locator('#announcement');
  await page.keyboard.press('Tab');
  await expect(status).toHaveText(/^Rectangle.*, 1 of 2$/);
  const before = await page.locator('svg.layer > g').first().boundingBox();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(status).toHaveText(/^At /);
  const after = await page.locator('svg.layer > g').first().boundingBox();
  expect((after?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(11, 0);
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(status).toHaveText(/ by /);
  await page.keyboard.press('Tab');
  await expect(status).toHaveText(/^Ellipse.*, 2 of 2$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('application', { name: 'Drawing' })).not.toBeFocused();
});

test('repeated presses of an arrow are one step', async ({ extension }) => {
  const page = await openEditor(extension);
  await page.keyboard.press('r');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Undo “Add 1 element”' })).toBeEnabled();
});

test('the toolbar is one stop for Tab, with arrows within', async ({ extension }) => {
  const page = await openEditor(extension);
  const tools = page.getByRole('toolbar', { name: 'Tools' });
  await tools.getByRole('button', { name: 'Select', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tools.getByRole('button', { name: 'Move the view' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(tools.getByRole('button', { name: 'Select', exact: true })).toBeFocused();
  expect(await tools.locator('button[tabindex="0"]').count()).toBe(1);
});

test('the editor is for everybody', async ({ extension }) => {
  const page = await openEditor(extension);
  await expectAccessible(page);
  await chooseTool(page, 'Rectangle');
  await page.mouse.move(200, 300);
  await page.mouse.down();
  await page.mouse.move(300, 400);
  await page.mouse.up();
  await expectAccessible(page);
});
