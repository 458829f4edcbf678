import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readEvents, readStatus, revokeShare } from '../shared/api/client/own-share.ts';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { filesContent, makeFile, makeShare, textContent } from './support/make-share.ts';

/* Recipients on real networks: wires that break, others who come first, senders who take back. */

const MB = 1024 * 1024;

function title(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

function openButton(page: Page) {
  return page.getByRole('button', { name: 'Open the share' });
}

/** Goes on without waiting; the page may have tried by itself before the click comes. */
async function tryNow(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Try now' });
  await button.click({ timeout: 5000 }).catch(async (error) => {
    if (await button.isVisible()) throw error;
  });
}

test('60 MB arrive whole though the connection broke in the middle', async ({
  page,
  server,
  wires,
}) => {
  const file = makeFile('film.bin', 60 * MB);
  const share = await makeShare(server.url, filesContent(file));
  const ranges: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/content')) ranges.push(request.headers().range as string);
  });

  await page.goto(share.link.replace(server.url, wires.url));
  await expect(page.getByText(/about 6\d(\.\d)? MB/)).toBeVisible();
  void wires.cutAfter('down', 28 * MB);
  await openButton(page).click();
  await expect(page.getByText('The connection broke.')).toBeVisible();
  await expect(page.getByText(/of 6\d(\.\d)? MB, 4\d %/)).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-interrupted');
  wires.repair();
  await tryNow(page);

  await expect(title(page)).toHaveText('The file');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save film.bin' }).click();
  const saved = await readFile(await (await download).path());
  expect(saved.equals(Buffer.from(await file.data.arrayBuffer()))).toBe(true);

  expect(wires.cuts).toBe(1);
  const starts = ranges.map((range) => Number(/^bytes=(\d+)-/.exec(range)?.[1]));
  expect(starts.filter((start) => start === 0)).toHaveLength(1);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  const status = await readStatus(share);
  expect(status).toMatchObject({ state: 'used-up', remaining: 0 });
});

test('a share that is revoked while it is downloaded stops there', async ({
  page,
  server,
  wires,
}) => {
  const share = await makeShare(server.url, filesContent(makeFile('film.bin', 16 * MB)), {
    views: 5,
  });
  await page.goto(share.link.replace(server.url, wires.url));
  void wires.cutAfter('down', 5 * MB);
  await openButton(page).click();
  await expect(page.getByText('The connection broke.')).toBeVisible();
  await revokeShare(share);
  wires.repair();
  await tryNow(page);
  await expect(title(page)).toHaveText('This share was revoked');
  await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(share.link);
  await expect(title(page)).toHaveText('This share was revoked');
});

test('of two recipients who race for one view, one gets it and the other is told', async ({
  page,
  context,
  server,
}) => {
  const share = await makeShare(server.url, textContent('for one only'));
  const pages = [page, await context.newPage()];
  for (const each of pages) {
    await each.goto(share.link);
    await expect(openButton(each)).toBeVisible();
  }
  await Promise.all(pages.map((each) => openButton(each).click()));
  await Promise.all(pages.map((each) => expect(openButton(each)).toBeHidden()));
  await expect
    .poll(async () => (await Promise.all(pages.map((each) => title(each).textContent()))).sort())
    .toEqual(['The secret text', 'This share is used up']);
  const kinds = (await readEvents(share)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'revealed')).toHaveLength(1);
});

test('another’s last view does not cut off a download that runs', async ({
  page,
  context,
  server,
  wires,
}) => {
  const file = makeFile('film.bin', 16 * MB);
  const share = await makeShare(server.url, filesContent(file), { views: 2 });
  await page.goto(share.link.replace(server.url, wires.url));
  void wires.cutAfter('down', 5 * MB);
  await openButton(page).click();
  await expect(page.getByText('The connection broke.')).toBeVisible();

  const other = await context.newPage();
  await other.goto(share.link);
  await openButton(other).click();
  await expect(other.getByText('This was the last view.')).toBeVisible();
  await expect
    .poll(async () => (await readEvents(share)).map(({ kind }) => kind))
    .toContain('acknowledged');

  wires.repair();
  await tryNow(page);
  await expect(page.getByText('1 view left.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save film.bin' }).click();
  const saved = await readFile(await (await download).path());
  expect(saved.equals(Buffer.from(await file.data.arrayBuffer()))).toBe(true);
});
