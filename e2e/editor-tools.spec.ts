import { expect, test } from './fixtures.ts';
import {
  chooseTool,
  countElements,
  dragOver,
  drawWith,
  openEditor,
} from './support/editor-steps.ts';

const BOX = [
  { x: 300, y: 200 },
  { x: 380, y: 250 },
  { x: 460, y: 300 },
];

// No server is needed here.
test.use({ baseURL: 'about:blank' });

test('each tool draws by mouse, as a step that is undone and done again', async ({ extension }) => {
  const page = await openEditor(extension);
  const tools = ['Rectangle', 'Ellipse', 'Diamond', 'Arrow', 'Line', 'Pen', 'Marker', 'Redact'];
  const drawn = page.locator('svg.layer > g');
  for (const tool of [...tools, 'Frame']) {
    await drawWith(page, tool, BOX);
    await expect(drawn).toHaveCount(1);
    const box = await drawn.boundingBox();
    expect(Math.abs((box?.x ?? 0) - 300)).toBeLessThan(16);
    expect(Math.abs((box?.width ?? 0) - 160)).toBeLessThan(30);
    await page.keyboard.press('Control+z');
    await expect(drawn).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(drawn).toHaveCount(1);
    await page.keyboard.press('Control+z');
  }
});

test('numbered steps count up, and count anew when one is deleted', async ({ extension }) => {
  const page = await openEditor(extension);
  await page.keyboard.press('n');
  for (const x of [300, 400, 500]) await page.mouse.click(x, 300);
  await expect(page.locator('svg.layer text')).toHaveText(['1', '2', '3']);
  await page.keyboard.press('v');
  await page.mouse.click(400, 300);
  await page.keyboard.press('Delete');
  await expect(page.locator('svg.layer text')).toHaveText(['1', '2']);

  // From any of them counting may begin anew.
  await page.mouse.click(500, 300);
  const number = page.getByRole('spinbutton', { name: 'Number of the step' });
  await number.fill('7');
  await number.press('Tab');
  await expect(page.locator('svg.layer text')).toHaveText(['1', '7']);
  await page.getByRole('checkbox', { name: 'Counts on from the step before' }).check();
  await expect(page.locator('svg.layer text')).toHaveText(['1', '2']);
});

test('a text is written in place, a shape gets its label by a double click', async ({
  extension,
}) => {
  const page = await openEditor(extension);
  await chooseTool(page, 'Text');
  await page.mouse.click(300, 500);
  await page.keyboard.type('Hello');
  await page.keyboard.press('Enter');
  await page.keyboard.type('world');
  await page.keyboard.press('Escape');
  await expect(page.locator('svg.layer > g')).toHaveText('Helloworld');
  await drawWith(page, 'Rectangle', BOX);
  await page.mouse.dblclick(380, 201);
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused();
  await page.keyboard.type('Login');
  await page.mouse.click(800, 600);
  await expect(page.locator('svg.layer > g').last()).toHaveText('Login');
  await expect(page.getByRole('button', { name: 'Undo “Add 1 element”' })).toBeEnabled();
});

test('a text that is left empty is no step', async ({ extension }) => {
  const page = await openEditor(extension);
  await chooseTool(page, 'Text');
  await page.mouse.click(300, 500);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('an arrow holds on to the shapes at its ends and follows them', async ({ extension }) => {
  const page = await openEditor(extension);
  await drawWith(page, 'Rectangle', [
    { x: 200, y: 200 },
    { x: 300, y: 260 },
  ]);
  await drawWith(page, 'Ellipse', [
    { x: 600, y: 200 },
    { x: 700, y: 260 },
  ]);
  await drawWith(page, 'Arrow', [
    { x: 298, y: 230 },
    { x: 450, y: 230 },
    { x: 602, y: 230 },
  ]);
  const arrow = page.locator('svg.layer > g').last();
  const before = await arrow.boundingBox();
  await page.keyboard.press('Escape');
  await dragOver(page, [
    { x: 650, y: 201 },
    { x: 650, y: 301 },
    { x: 650, y: 401 },
  ]);
  const after = await arrow.boundingBox();
  expect((after?.height ?? 0) - (before?.height ?? 0)).toBeGreaterThan(80);
});

test('moving, resizing and deleting are steps that undo names', async ({ extension }) => {
  const page = await openEditor(extension);
  await drawWith(page, 'Rectangle', BOX);
  await dragOver(page, [
    { x: 340, y: 200 },
    { x: 360, y: 240 },
    { x: 390, y: 270 },
  ]);
  await expect(page.getByRole('button', { name: 'Undo “Move 1 element”' })).toBeEnabled();
  const moved = await page.locator('svg.layer > g').boundingBox();
  expect(Math.round(moved?.x ?? 0)).toBeGreaterThan(340);
  const corner = {
    x: (moved?.x ?? 0) + (moved?.width ?? 0) + 4,
    y: (moved?.y ?? 0) + (moved?.height ?? 0) + 4,
  };
  await dragOver(page, [corner, { x: corner.x + 60, y: corner.y + 30 }]);
  await expect(page.getByRole('button', { name: 'Undo “Resize 1 element”' })).toBeEnabled();
  await page.keyboard.press('Delete');
  await expect(page.locator('svg.layer > g')).toHaveCount(0);
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('svg.layer > g')).toHaveCount(1);
});

test('the eraser takes away what it goes over', async ({ extension }) => {
  const page = await openEditor(extension);
  await drawWith(page, 'Rectangle', BOX);
  await drawWith(page, 'Eraser', [
    { x: 250, y: 250 },
    { x: 350, y: 250 },
  ]);
  await expect(page.locator('svg.layer > g')).toHaveCount(0);
});

test('a crop shades what exports leave away, and can be taken back', async ({ extension }) => {
  const page = await openEditor(extension);
  await drawWith(page, 'Rectangle', BOX);
  await drawWith(page, 'Crop', [
    { x: 310, y: 210 },
    { x: 400, y: 280 },
  ]);
  await expect(page.locator('.crop-shade')).toBeAttached();
  await expect(page.locator('svg.layer > g')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.crop-shade')).toHaveCount(0);
});

test('a band is cut out and the gap closed', async ({ extension }) => {
  const page = await openEditor(extension);
  await drawWith(page, 'Rectangle', [
    { x: 300, y: 150 },
    { x: 400, y: 200 },
  ]);
  await drawWith(page, 'Rectangle', [
    { x: 300, y: 500 },
    { x: 400, y: 550 },
  ]);
  await chooseTool(page, 'Cut out a band');
  await page.mouse.move(350, 300);
  await page.mouse.down();
  await page.mouse.move(352, 350);
  await page.mouse.move(352, 400);
  await expect(page.locator('.band')).toBeAttached();
  await page.mouse.up();
  const second = await page.locator('svg.layer > g').last().boundingBox();
  expect(Math.abs((second?.y ?? 0) - 400)).toBeLessThan(4);
});

test('several are selected, grouped, duplicated, ordered and locked', async ({ extension }) => {
  const page = await openEditor(extension);
  await drawWith(page, 'Rectangle', [
    { x: 300, y: 150 },
    { x: 400, y: 200 },
  ]);
  await drawWith(page, 'Ellipse', [
    { x: 500, y: 150 },
    { x: 600, y: 200 },
  ]);
  await dragOver(page, [
    { x: 250, y: 110 },
    { x: 500, y: 200 },
    { x: 660, y: 260 },
  ]);
  await page.keyboard.press('g');
  await expect(page.getByRole('button', { name: 'Undo “Group 2 elements”' })).toBeEnabled();
  await page.keyboard.press('Shift+D');
  expect(await countElements(page)).toBe(4);
  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('button', { name: 'Undo “Lock 2 elements”' })).toBeEnabled();
  await page.keyboard.press('Delete');
  expect(await countElements(page)).toBe(4);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  expect(await countElements(page)).toBe(2);
});
