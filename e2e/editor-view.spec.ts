import { expect, takeScreenshots, test } from './fixtures.ts';
import { dragOver, drawWith, openEditor } from './support/editor-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { screenPath } from './support/screenshot.ts';

// No server is needed here.
test.use({ baseURL: 'about:blank' });

const BOX = [
  { x: 300, y: 200 },
  { x: 460, y: 300 },
];

test('the wheel pans, with Ctrl it zooms to the pointer; keys and buttons zoom too', async ({
  extension,
}) => {
  const page = await openEditor(extension);
  await drawWith(page, 'Rectangle', BOX);
  const shape = page.locator('svg.layer > g');
  await page.mouse.move(380, 250);
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => Math.round((await shape.boundingBox())?.y ?? 0)).toBeLessThan(105);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -50);
  await page.keyboard.up('Control');
  await expect(page.getByRole('button', { name: /^Zoom 165 %/ })).toBeVisible();
  await page.keyboard.press('Shift+0');
  await expect(page.getByRole('button', { name: /^Zoom 100 %/ })).toBeVisible();
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: /^Zoom 125 %/ })).toBeVisible();
  await page.keyboard.press('Shift+1');
  await expect(page.getByRole('button', { name: /^Zoom 100 %/ })).toBeVisible();
});

test('two fingers move and zoom the view, one finger draws', async ({ extension }) => {
  const page = await openEditor(extension);
  const touch = await page.context().newCDPSession(page);
  const fingers = (type: string, ...points: (readonly [number, number])[]) =>
    touch.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  await page.keyboard.press('r');
  await fingers('touchStart', [300, 200]);
  await fingers('touchMove', [350, 250]);
  await fingers('touchMove', [460, 300]);
  await fingers('touchEnd');
  await expect(page.locator('svg.layer > g')).toHaveCount(1);
  const before = await page.locator('svg.layer > g').boundingBox();
  await fingers('touchStart', [300, 400]);
  await fingers('touchStart', [300, 400], [500, 400]);
  await fingers('touchMove', [250, 400], [500, 400]);
  await fingers('touchMove', [200, 400], [600, 400]);
  await fingers('touchEnd');
  const after = await page.locator('svg.layer > g').boundingBox();
  expect((after?.width ?? 0) / (before?.width ?? 1)).toBeCloseTo(2, 0);
  await expect(page.locator('svg.layer > g')).toHaveCount(1);
});

test('elements go from tab to tab by the clipboard, text and pictures come in by it', async ({
  extension,
}) => {
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openEditor(extension);
  await drawWith(page, 'Rectangle', BOX);
  await page.keyboard.press('Control+c');
  await expect(page.locator('#announcement')).toHaveText('Copied 1 element');
  await page.keyboard.press('Control+v');
  await expect(page.locator('svg.layer > g')).toHaveCount(2);
  const other = await openEditor(extension);
  await other.keyboard.press('Control+v');
  await expect(other.locator('svg.layer > g')).toHaveCount(1);
  await other.evaluate(() => navigator.clipboard.writeText('Just words'));
  await other.keyboard.press('Control+v');
  await expect(other.locator('svg.layer > g').last()).toHaveText('Just words');
  await other.evaluate(() =>
    navigator.clipboard.writeText(
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>window.ran = true</script><rect width="40" height="20"/></svg>',
    ),
  );
  await other.keyboard.press('Control+v');
  await expect(other.locator('svg.layer > g')).toHaveCount(3);
  await expect(other.getByText('Scripts (1)')).toBeVisible();
  await page.bringToFront();
  await page.keyboard.press('Control+x');
  await expect(page.locator('svg.layer > g')).toHaveCount(1);

  // The same without a keyboard.
  const edit = page.getByRole('toolbar', { name: 'Edit' });
  await edit.getByRole('button', { name: 'Paste' }).click();
  await expect(page.locator('svg.layer > g')).toHaveCount(2);
  await edit.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.locator('svg.layer > g')).toHaveCount(3);
  await edit.getByRole('button', { name: 'Delete' }).click();
  await expect(page.locator('svg.layer > g')).toHaveCount(2);
});

test('a picture is cropped by its handles, and shown whole again', async ({ extension }) => {
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openEditor(extension);
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(400, 200);
    const context = canvas.getContext('2d');
    if (context === null) return;
    for (let x = 0; x < 400; x += 50) {
      context.fillStyle = `hsl(${x} 70% 60%)`;
      context.fillRect(x, 0, 50, 200);
    }
    const blob = await canvas.convertToBlob();
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  });
  await page.getByRole('button', { name: 'Paste' }).click();
  const picture = page.locator('svg.layer image');
  await expect(picture).toHaveCount(1);
  const shown = page.locator('svg.layer > g > svg');
  const { x, y, width, height } = (await shown.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await page.mouse.dblclick(x + width / 2, y + height / 2);
  await expect(page.getByRole('button', { name: 'Crop this picture' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await dragOver(page, [
    { x: x + width, y: y + height },
    { x: x + width * 0.75, y: y + height * 0.6 },
    { x: x + width / 2, y: y + height / 2 },
  ]);
  await takeScreenshots(page, 'editor-crop-picture');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  expect(Number(await shown.getAttribute('width'))).toBeCloseTo(width / 2, 0);
  await takeScreenshots(page, 'editor-edit-buttons');
  await page.getByRole('button', { name: 'Show all of this picture' }).click();
  expect(Number(await shown.getAttribute('width'))).toBeCloseTo(width, 0);
  await page.keyboard.press('Shift+S');
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByLabel('open in Excalidraw').check();
  await dialog.getByLabel('SVG drawing').check();
  await takeScreenshots(page, 'editor-export');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as one ZIP' }).click();
  await download;
});

test('the editor looks right: light, dark and narrow', async ({ extension }) => {
  const page = await openEditor(extension);
  await drawWith(page, 'Rectangle', BOX);
  await drawWith(page, 'Ellipse', [
    { x: 640, y: 200 },
    { x: 800, y: 300 },
  ]);
  await drawWith(page, 'Arrow', [
    { x: 458, y: 250 },
    { x: 642, y: 250 },
  ]);
  await page.keyboard.press('n');
  await page.mouse.click(300, 420);
  await takeScreenshots(page, 'editor');
  // What a window of 1280 by 800 has room for at 200 %.
  await page.setViewportSize({ width: 640, height: 400 });
  await expect.poll(() => page.evaluate(listUnreachable)).toEqual([]);
  await page.screenshot({ path: screenPath('editor-zoomed') });
});

/** Runs in the page: the names of buttons that nobody can click, since they are covered or cut off. */
function listUnreachable(): string[] {
  return [...document.querySelectorAll('.editor button:not(dialog *)')].flatMap((button) => {
    button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, top, width, height } = button.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    return button.contains(at) ? [] : [button.getAttribute('aria-label') ?? button.textContent];
  });
}
