import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { encode } from 'uqr';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { makeShare, textContent } from './support/make-share.ts';
import { readAsRecipient } from './support/read-as-recipient.ts';
import { watchPage } from './support/watch-page.ts';

/* What a guest does on the server's own page, and that what was put in is what a recipient gets. */

function shareButton(page: Page) {
  return page.getByRole('button', { name: 'Seal and share' });
}

async function sharedLink(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sealed. Here is the link');
  return page.getByLabel('Link', { exact: true }).inputValue();
}

/** The dark modules of a QR code that is drawn as runs: `M x y h length …`. */
function readModules(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  return rows;
}

test('a text becomes a link that opens', async ({ page, server, context }) => {
  const watch = watchPage(page);
  await page.goto('/');
  await expect(page.getByText('Up to 100 MB in all.')).toBeVisible();
  await expect(shareButton(page)).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, 'composer');

  await page.getByLabel('Secret text').fill('  käse\n');
  await page.getByLabel('Views').fill('3');
  await page.getByLabel('Expires after').selectOption('1 day');
  await page.getByLabel('Note (optional)').fill('For Eve');
  await shareButton(page).click();
  const link = await sharedLink(page);
  expect(link).toMatch(new RegExp(`^${server.url}/s/[\\w-]{22}#1\\.[\\w-]{43}$`));
  await expect(page.getByText('3 views, expires in 1 day')).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, 'composer-shared');

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const opened = await readAsRecipient(server.url, link);
  expect(opened).toMatchObject({ kind: 'text', note: 'For Eve', remaining: 2 });
  expect(await opened.items[0]?.data.text()).toBe('  käse\n');

  const key = link.split('.').at(-1) as string;
  expect(watch.requests.filter((request) => request.includes(key))).toEqual([]);
  expect(watch.requests.filter((request) => !request.startsWith(server.url))).toEqual([]);
  expect(watch.requests.filter((request) => /käse|For Eve/.test(request))).toEqual([]);
  expect(watch.errors).toEqual([]);

  await page.getByRole('button', { name: 'Share another' }).click();
  await expect(page.getByLabel('Secret text')).toHaveValue('');
  await expect(page.getByLabel('Note (optional)')).toHaveValue('');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a guest shares, and takes back, by keyboard alone', async ({ page, server }) => {
  const tabTo = async (name: string) => {
    const wanted = page.getByRole('button', { name, exact: true });
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      if (await wanted.evaluate((button) => button === document.activeElement)) return;
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await page.goto('/');
  await expect(shareButton(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('typed blindly');
  await tabTo('Seal and share');
  await page.keyboard.press('Enter');
  const link = await sharedLink(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo('Revoke now');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Revoke now' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo('Revoke');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Revoked/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(readAsRecipient(server.url, link)).rejects.toMatchObject({ code: 'share-gone' });
});

test('files come by picker, drop and paste, and can be taken out again', async ({
  page,
  server,
  context,
}) => {
  await page.goto('/');
  await page.getByLabel('choose files').setInputFiles([
    { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('alpha') },
    { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from('beta') },
  ]);
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['gamma'], 'c.txt', { type: 'text/plain' }));
    return transfer;
  });
  await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped });
  await expect(page.getByRole('listitem').filter({ hasText: 'c.txt' })).toBeVisible();

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3, 2);
    canvas.getContext('2d')?.fillRect(0, 0, 3, 2);
    const blob = await canvas.convertToBlob();
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  });
  await page.keyboard.press('ControlOrMeta+V');
  await expect(page.getByText('pasted-4.png')).toBeVisible();
  await expect(page.getByRole('status').getByText('1 file added')).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, 'composer-files');

  await page.getByRole('button', { name: 'Remove b.txt' }).click();
  await expect(page.getByRole('button', { name: 'Remove c.txt' })).toBeFocused();
  await shareButton(page).click();
  const opened = await readAsRecipient(server.url, await sharedLink(page));
  expect(opened.kind).toBe('files');
  expect(opened.items.map(({ name, type }) => [name, type])).toEqual([
    ['a.txt', 'text/plain'],
    ['c.txt', 'text/plain'],
    ['pasted-4.png', 'image/png'],
  ]);
  expect(await Promise.all(opened.items.slice(0, 2).map(({ data }) => data.text()))).toEqual([
    'alpha',
    'gamma',
  ]);
});

test('a text with files takes them as attachments', async ({ page, server }) => {
  await page.goto('/');
  await page.getByLabel('Secret text').fill('see attached');
  await page
    .getByLabel('choose files')
    .setInputFiles({ name: 'con.unheard', mimeType: '', buffer: Buffer.from('x') });
  await shareButton(page).click();
  const opened = await readAsRecipient(server.url, await sharedLink(page));
  expect(opened.kind).toBe('text');
  expect(opened.items.map(({ name, type }) => [name, type])).toEqual([
    [undefined, 'text/plain'],
    ['_con.unheard', 'application/octet-stream'],
  ]);
});

test('what is wrong is said beside its field, and nothing typed is lost', async ({ page }) => {
  await page.goto('/');
  await shareButton(page).click();
  await expect(page.getByText('Type a text or choose a file.')).toBeVisible();
  await expect(page.getByLabel('Secret text')).toBeFocused();
  await page.getByLabel('Secret text').fill('kept');
  await page.getByLabel('Views').fill('101');
  await page.getByLabel('Note (optional)').fill('n'.repeat(1001));
  await shareButton(page).click();
  await expect(page.getByText('Type a whole number from 1 to 100.')).toBeVisible();
  await expect(page.getByText('this one has 1,001')).toBeVisible();
  await expect(page.getByLabel('Views')).toBeFocused();
  await expectAccessible(page);
  await takeScreenshots(page, 'composer-problems');
  await expect(page.getByLabel('Secret text')).toHaveValue('kept');

  await page.evaluate(
    (size) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(size)], 'huge.bin'));
      dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
    },
    101 * 1024 * 1024,
  );
  await expect(page.getByText('That is 1 MB too much')).toBeVisible();
  await shareButton(page).click();
  await expect(shareButton(page)).toBeVisible();
  await page.getByRole('button', { name: 'Remove huge.bin' }).click();
  await expect(page.getByText('too much')).toBeHidden();
});

test('large content is offered no longer than the server keeps it', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Expires after').selectOption('30 days');
  await page
    .getByLabel('choose files')
    .setInputFiles({ name: 'big.bin', mimeType: '', buffer: Buffer.alloc(70_000) });
  await expect(page.getByText('kept for at most 7 days')).toBeVisible();
  await expect(page.getByLabel('Expires after')).toHaveValue(String(7 * 86_400));
  await expect(page.getByRole('option', { name: '30 days' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove big.bin' }).click();
  await expect(page.getByLabel('Expires after')).toHaveValue(String(30 * 86_400));
});

test('a passphrase is rated and seals', async ({ page, server }) => {
  await page.goto('/');
  await page.getByLabel('Secret text').fill('behind a passphrase');
  const field = page.getByLabel('Passphrase (optional)');
  await field.fill('hunter2');
  await expect(page.getByText('Weak: easy to guess.')).toBeVisible();
  await field.fill('seven purple otters hum');
  await expect(page.getByText('Strong.')).toBeVisible();
  await page.getByLabel('Show passphrase').check();
  await expect(field).toHaveAttribute('type', 'text');
  await shareButton(page).click();
  const link = await sharedLink(page);
  expect(link).toContain('#1p.');
  await expect(page.getByText('Send the passphrase by another way.')).toBeVisible();
  const opened = await readAsRecipient(server.url, link, 'seven purple otters hum');
  expect(await opened.items[0]?.data.text()).toBe('behind a passphrase');
});

test('a QR code is drawn on demand, and a share is revoked after a question', async ({
  page,
  server,
}) => {
  await page.goto('/');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.getByLabel('Secret text').fill('soon gone');
  await shareButton(page).click();
  const link = await sharedLink(page);
  expect(loaded.filter((url) => url.includes('qr-code'))).toEqual([]);
  await page.getByRole('button', { name: 'Show QR code' }).click();
  const code = page.getByRole('img', { name: 'QR code of the link' });
  await expect(code).toBeVisible();
  const drawn = (await code.locator('path').getAttribute('d')) as string;
  const { data } = encode(link, { ecc: 'M', border: 4 });
  expect(readModules(drawn, data.length)).toEqual(data);
  await expectAccessible(page);
  await takeScreenshots(page, 'composer-qr');

  await page.getByRole('button', { name: 'Revoke now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Revoke this share?' });
  await expectAccessible(page);
  await takeScreenshots(page, 'composer-revoke');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Revoke now' }).click();
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Revoked/);
  await expectAccessible(page);
  await expect(readAsRecipient(server.url, link)).rejects.toMatchObject({
    code: 'share-gone',
    details: { reason: 'revoked' },
  });
});

test('a link that a mail program broke is repaired and opened', async ({ page, server }) => {
  const share = await makeShare(server.url, textContent('by mail'));
  await page.goto('/');
  const field = page.getByLabel('Link that you were sent');
  await field.fill(share.link.slice(0, -1));
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('This is not a whole Inkseal link.')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill(`Look: <${share.link.replace('#', '?x=y%23')}>.`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open the share' }).click();
  await expect(page.locator('pre')).toHaveText('by mail');
  await expect(page.getByText('key was sent')).toBeHidden();
});

test('without the server’s limits nothing is lost, and it goes on when they are there', async ({
  page,
}) => {
  await page.route('**/api/v1/config', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByText('The server can’t be reached')).toBeVisible();
  await page.getByLabel('Secret text').fill('typed meanwhile');
  await expectAccessible(page);
  await takeScreenshots(page, 'composer-unreachable');
  await page.unroute('**/api/v1/config');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(shareButton(page)).toBeVisible();
  await expect(page.getByLabel('Secret text')).toHaveValue('typed meanwhile');
});
