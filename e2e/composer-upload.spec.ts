import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { isAskedBeforeLeaving } from './support/leave-page.ts';
import { readAsRecipient } from './support/read-as-recipient.ts';

/* Uploads that fail, go on, or are given up. */

const MB = 1024 * 1024;
/** Three parts, the second of which can break in the middle. */
const SIZE = 17 * MB;

/** Drops a file of `size` bytes on the form, whose byte at `i` is `i` mod 251. */
async function dropFile(page: Page, size: number): Promise<void> {
  await page.evaluate((size) => {
    const bytes = new Uint8Array(size);
    for (let i = 0; i < size; i++) bytes[i] = i % 251;
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'film.bin'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
  }, size);
  await expect(page.getByText('film.bin')).toBeVisible();
}

function countParts(page: Page): Map<number, number> {
  const parts = new Map<number, number>();
  page.on('requestfinished', (request) => {
    const part = Number(/\/parts\/(\d+)$/.exec(request.url())?.[1]);
    if (!Number.isNaN(part)) parts.set(part, (parts.get(part) ?? 0) + 1);
  });
  return parts;
}

test('an upload that broke goes on where it stopped, with nothing typed lost', async ({
  page,
  server,
  wires,
}) => {
  const parts = countParts(page);
  await page.goto(wires.url);
  await page.getByLabel('Secret text').fill('with a film');
  await dropFile(page, SIZE);
  void wires.cutAfter('up', 12 * MB);
  await page.getByRole('button', { name: 'Seal and share' }).click();
  await expect(page.getByRole('heading', { name: 'Uploading…' })).toBeVisible();
  await expect(page.getByText('Keep this tab open')).toBeVisible();
  await expect(page.getByText(/^(8|9|1\d)(\.\d)? MB of (17|18)(\.\d)? MB, \d\d %/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Not shared yet' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Not shared yet' })).toBeFocused();
  await expect(page.getByText('The server can’t be reached.')).toBeVisible();
  await expect(page.getByLabel('Secret text')).toHaveValue('with a film');
  await expectAccessible(page);
  await takeScreenshots(page, 'composer-failed');

  wires.repair();
  await page.getByRole('button', { name: 'Try again' }).click();
  const link = page.getByLabel('Link', { exact: true });
  await expect(link).toBeVisible();
  expect([...parts]).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  const opened = await readAsRecipient(server.url, await link.inputValue());
  expect(await opened.items[0]?.data.text()).toBe('with a film');
  const bytes = new Uint8Array((await opened.items[1]?.data.arrayBuffer()) as ArrayBuffer);
  const sent = Buffer.alloc(
    SIZE,
    Uint8Array.from({ length: 251 }, (_, i) => i),
  );
  expect(sent.equals(bytes)).toBe(true);
});

test('an upload is given up: the form is as it was, and the server has nothing of it', async ({
  page,
  server,
}) => {
  await page.goto('/');
  await dropFile(page, 9 * MB);
  await page.route('**/parts/2', () => {}); // it hangs
  await page.getByRole('button', { name: 'Seal and share' }).click();
  await expect(page.getByText(/^8 MB of/)).toBeVisible();
  await takeScreenshots(page, 'composer-uploading');
  const revoked = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect((await revoked).status()).toBe(204);
  await expect(page.getByRole('button', { name: 'Seal and share' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Remove film.bin' })).toBeVisible();
  const bucket = await server.miniflare.getR2Bucket('CONTENT');
  expect((await bucket.list()).objects.map(({ key }) => key)).toEqual([]);
});

test('leaving is warned of while something is typed, uploaded or not yet copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByLabel('Secret text').fill('unsaved');
  expect(await isAskedBeforeLeaving(page)).toBe(true);
  await page.getByRole('button', { name: 'Seal and share' }).click();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  expect(await isAskedBeforeLeaving(page)).toBe(true);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await isAskedBeforeLeaving(page)).toBe(false);
});

test('a file that changed since it was chosen is said to have, and the form is there again', async ({
  page,
}, testInfo) => {
  const path = testInfo.outputPath('report.txt');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, 'x'.repeat(100_000));
  await page.goto('/');
  await page.getByLabel('choose files').setInputFiles(path);
  await expect(page.getByText('report.txt')).toBeVisible();
  await rm(path);
  await page.getByRole('button', { name: 'Seal and share' }).click();
  await expect(page.getByText('A file could not be read')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the form' }).click();
  await page.getByRole('button', { name: 'Remove report.txt' }).click();
  await page.getByLabel('Secret text').fill('instead');
  await page.getByRole('button', { name: 'Seal and share' }).click();
  await expect(page.getByLabel('Link', { exact: true })).toBeVisible();
});

test.describe('with a server that takes little a day', () => {
  test.use({
    serverOptions: {
      configure: (worker) => ({
        ...worker,
        bindings: { ...worker.bindings, GUEST_DAILY_BYTES: 150_000 },
      }),
    },
  });

  test('a used-up budget is said, and what is small is still shared', async ({ page }) => {
    await page.goto('/');
    const files = page.getByLabel('choose files');
    await files.setInputFiles({ name: 'big.bin', mimeType: '', buffer: Buffer.alloc(200_000) });
    await page.getByRole('button', { name: 'Seal and share' }).click();
    await expect(page.getByText('Too much has been uploaded from your network')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the form' }).click();
    await page.getByRole('button', { name: 'Remove big.bin' }).click();
    await page.getByLabel('Secret text').fill('small');
    await page.getByRole('button', { name: 'Seal and share' }).click();
    await expect(page.getByLabel('Link', { exact: true })).toBeVisible();
  });
});
