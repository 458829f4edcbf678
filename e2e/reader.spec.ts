import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { readEvents, readStatus } from '../shared/api/client/own-share.ts';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { isAskedBeforeLeaving } from './support/leave-page.ts';
import { filesContent, makeFile, makeShare, textContent } from './support/make-share.ts';
import { watchPage } from './support/watch-page.ts';

/* What a recipient meets, from the seal to what was in it. */

const OPEN = { name: 'Open the share' };
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==',
  'base64',
);

test('a text waits sealed, opens on a click, and is gone after its last view', async ({
  page,
  server,
  context,
}) => {
  const secret = 'correct horse\n  battery staple — ✓';
  const share = await makeShare(server.url, textContent(secret), { views: 2, note: 'From Ada' });
  const watch = watchPage(page);

  await page.goto(share.link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A sealed share is waiting for you',
  );
  await expect(page.getByText('2 of 2')).toBeVisible();
  await expect(page.getByText('up to 4 KB')).toBeVisible();
  await expect(page.getByText('in 7 days')).toBeVisible();
  await expect(page.getByText('Opening is logged for the sender')).toBeVisible();
  expect(page.url()).toBe(share.link.split('#')[0]);
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-sealed');
  expect((await readStatus(share)).remaining).toBe(2);
  expect((await readEvents(share)).map(({ kind }) => kind)).toEqual(['created', 'opened']);

  await page.getByRole('button', OPEN).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The secret text');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect.poll(() => page.locator('pre').textContent()).toBe(secret);
  await expect(page.getByText('From Ada')).toBeVisible();
  await expect(page.getByText('1 view left.')).toBeVisible();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-text');
  await expect
    .poll(async () => (await readEvents(share)).map(({ kind }) => kind))
    .toEqual(['created', 'opened', 'revealed', 'acknowledged']);

  const second = await context.newPage();
  await second.goto(share.link);
  await expect(second.getByText('1 of 2')).toBeVisible();
  await expect(second.getByText('takes the last view')).toBeVisible();
  await second.getByRole('button', OPEN).click();
  await expect(second.getByText('This was the last view.')).toBeVisible();

  const third = await context.newPage();
  await third.goto(share.link);
  await expect(third.getByRole('heading', { level: 1 })).toHaveText('This share is used up');
  await expectAccessible(third);
  await takeScreenshots(third, 'reader-used-up');

  const key = share.link.split('.').at(-1) as string;
  expect(watch.errors).toEqual([]);
  expect(watch.requests.filter((request) => request.includes(key))).toEqual([]);
  expect(watch.requests.filter((request) => !request.startsWith(server.url))).toEqual([]);
});

async function savedBytes(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

test('five files are saved as they were sent, one by one and all at once', async ({
  page,
  server,
}) => {
  const files = [
    makeFile('report.pdf', 300_000, 'application/pdf'),
    makeFile('empty.txt', 0, 'text/plain'),
    makeFile('Ünïcödé ✓.bin', 16_384),
    { name: 'pixel.png', type: 'image/png', data: new Blob([PIXEL]) },
    makeFile('page.html', 5_000, 'text/html'),
  ];
  const share = await makeShare(server.url, filesContent(...files));
  const watch = watchPage(page);
  await page.goto(share.link);
  await expect(page.getByText('about 32')).toBeVisible();
  await page.getByRole('button', OPEN).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The files');
  await expect(page.getByRole('listitem')).toHaveCount(5);
  await expect(page.getByRole('img', { name: 'Picture pixel.png' })).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-files');

  const one = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save page.html' }).click();
  expect((await one).suggestedFilename()).toBe('page.html');

  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('button', { name: 'Save all 5' }).click();
  await expect.poll(() => downloads.length).toBe(5);
  for (const [index, { name, data }] of files.entries()) {
    const download = downloads[index] as Download;
    expect(download.suggestedFilename()).toBe(name);
    const sent = Buffer.from(await data.arrayBuffer());
    expect((await savedBytes(download)).equals(sent), name).toBe(true);
  }
  expect(watch.errors).toEqual([]);
});

test('a picture can be zoomed, and an SVG cannot do anything', async ({ page, server }) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
    <script>document.title = 'hacked'; fetch('/stolen')</script>
    <image href="${server.url}/stolen.png" width="9" height="9"/><rect width="40" height="20" fill="teal"/></svg>`;
  const content = {
    kind: 'diagram' as const,
    items: [
      { name: 'flow.svg', type: 'image/svg+xml', data: new Blob([svg]) },
      { name: 'broken.png', type: 'image/png', data: new Blob(['no picture']) },
      { type: 'application/json', data: new Blob(['{}']) },
    ],
  };
  const share = await makeShare(server.url, content);
  const watch = watchPage(page);
  await page.goto(share.link);
  await page.getByRole('button', OPEN).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The picture');
  const picture = page.getByRole('img', { name: 'Picture flow.svg' });
  await expect(picture).toBeVisible();
  await expect(page.getByText('can’t be shown here')).toBeVisible();
  await expect(page.getByText('item-3')).toBeVisible();
  const before = (await picture.boundingBox())?.width as number;
  await page.getByRole('button', { name: 'Zoom in' }).first().click();
  await expect(page.getByText('150 %')).toBeVisible();
  expect((await picture.boundingBox())?.width).toBeCloseTo(before * 1.5, 0);
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-picture');
  expect(await page.title()).toBe('A sealed share');
  expect(watch.requests.filter((request) => request.includes('stolen'))).toEqual([]);
});

test('a picture is zoomed and moved by keys, mouse and fingers', async ({ browser, server }) => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300" fill="teal"/></svg>';
  const share = await makeShare(server.url, {
    kind: 'diagram',
    items: [{ name: 'flow.svg', type: 'image/svg+xml', data: new Blob([svg]) }],
  });
  const context = await browser.newContext({ hasTouch: true });
  const page = await context.newPage();
  await page.goto(share.link);
  await page.getByRole('button', OPEN).click();
  const frame = page.getByRole('region', { name: 'Picture flow.svg' });
  const zoom = page.getByRole('figure').getByRole('status');
  await frame.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(zoom).toHaveText('225 %');
  await page.keyboard.press('-');
  await expect(zoom).toHaveText('150 %');
  await page.keyboard.press('0');
  await expect(zoom).toHaveText('100 %');
  await expect(page.getByRole('button', { name: 'Zoom out' })).toBeDisabled();

  const box = await frame.boundingBox();
  if (!box) throw new Error('The picture is not seen');
  const [x, y] = [box.x + box.width / 4, box.y + box.height / 4];
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect(zoom).toHaveText('214 %');
  const scrolled = () => frame.evaluate((element) => [element.scrollLeft, element.scrollTop]);
  const before = await scrolled();
  expect(before[0]).toBeGreaterThan(20); // the place under the mouse stayed there
  await page.mouse.down();
  await page.mouse.move(x - 40, y - 10);
  await page.mouse.up();
  expect(await scrolled()).toEqual([(before[0] ?? 0) + 40, (before[1] ?? 0) + 10]);
  await page.mouse.move(x, y);
  expect(await scrolled()).toEqual([(before[0] ?? 0) + 40, (before[1] ?? 0) + 10]);

  await page.keyboard.press('0');
  const session = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spread?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        spread === undefined
          ? []
          : [
              { x: x - spread, y },
              { x: x + spread, y },
            ],
    });
  await touch('touchStart', 20);
  for (const spread of [25, 30, 35, 40]) await touch('touchMove', spread);
  await touch('touchEnd');
  await expect(zoom).toHaveText('160 %');
  await context.close();
});

test('leaving is warned of while the last view is unsaved, and only then', async ({
  page,
  context,
  server,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const last = await makeShare(server.url, textContent('last'));
  await page.goto(last.link);
  await page.getByRole('button', OPEN).click();
  await expect(page.getByText('This was the last view.')).toBeVisible();
  expect(await isAskedBeforeLeaving(page)).toBe(true);
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await isAskedBeforeLeaving(page)).toBe(false);

  const first = await makeShare(server.url, textContent('first'), { views: 2 });
  const other = await context.newPage();
  await other.goto(first.link);
  await other.getByRole('button', OPEN).click();
  await expect(other.getByText('1 view left.')).toBeVisible();
  expect(await isAskedBeforeLeaving(other)).toBe(false);
});

test('what a browser may not hold is said before a view is used', async ({ page, server }) => {
  const share = await makeShare(server.url, textContent('huge'));
  await page.route('**/open', async (route) => {
    const response = await route.fetch();
    const seen = (await response.json()) as object;
    await route.fulfill({ response, json: { ...seen, contentLength: 3 * 1024 ** 3 } });
  });
  await page.goto(share.link);
  await expect(page.getByText('about 3 GB')).toBeVisible();
  await expect(page.getByText('This browser must hold all 3 GB in memory')).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-too-big');
});

test('a share is reported by keyboard alone', async ({ page, server }) => {
  const share = await makeShare(server.url, textContent('hello'));
  await page.goto(share.link);
  await expect(page.getByRole('button', OPEN)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', OPEN)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Report this share' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel('What is wrong?')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Say in a few words')).toBeVisible();
  await expect(dialog.getByLabel('What is wrong?')).toBeFocused();
  await page.keyboard.type('It says it is my bank.');
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-report');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The report has arrived')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Report abuse' })).toBeFocused();
  expect((await readEvents(share)).map(({ kind }) => kind)).toContain('reported');
});
