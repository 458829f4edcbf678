import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import type { ExtensionBrowser } from './support/extension-browser.ts';
import { changeSettings, openByPopup, reveal, sealAndReadLink } from './support/extension-steps.ts';

/** Writes a text in the extension and shares it. */
async function shareText(extension: ExtensionBrowser, text: string, views = 1): Promise<string> {
  const tab = await extension.open('share.html#write=text');
  await tab.getByLabel('Secret text').fill(text);
  await tab.getByLabel('Views', { exact: true }).fill(String(views));
  const link = await sealAndReadLink(tab);
  await tab.close();
  return link;
}

function row(page: Page, name: string) {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });
}

test('my shares tells who came, narrows, revokes, renames and removes', async ({
  extension,
  server,
  page: recipient,
}) => {
  await changeSettings(extension, { origin: server.url });
  const link = await shareText(extension, 'A first secret', 3);
  const shares = await extension.open('my-shares.html');
  const text = row(shares, 'Text');
  await expect(text.getByText('3 of 3 views left.')).toBeVisible();

  await reveal(recipient, link);
  await expect(recipient.getByText('A first secret')).toBeVisible();
  await shares.getByRole('button', { name: 'Refresh' }).click();
  await expect(text.getByText('2 of 3 views left.')).toBeVisible();
  await text.getByRole('button', { name: 'Log' }).click();
  for (const line of ['Created', 'Link opened', 'Content revealed', 'Content arrived whole']) {
    await expect(text.getByText(line)).toBeVisible();
  }
  await takeScreenshots(shares, 'extension-my-shares-log');
  await text.getByRole('button', { name: 'Log' }).click();

  await text.getByRole('button', { name: 'Narrow' }).click();
  await takeScreenshots(shares, 'extension-my-shares-narrow');
  await text.getByLabel('Views in all').fill('2');
  await text.getByLabel('Expires after').selectOption('1 hour');
  await text.getByRole('button', { name: 'Narrow it' }).click();
  await expect(text.getByText('1 of 2 views left.')).toBeVisible();
  await expect(text.getByText('Expires in 1 hour')).toBeVisible();

  await text.getByRole('button', { name: 'Rename' }).click();
  await shares.getByLabel('Label').fill('For the bank');
  await shares.getByLabel('Label').press('Enter');
  const renamed = row(shares, 'For the bank');

  await renamed.getByRole('button', { name: 'Revoke' }).click();
  await takeScreenshots(shares, 'extension-my-shares-revoke');
  await shares.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(renamed.getByText('Revoked', { exact: true })).toBeVisible();
  await recipient.goto('about:blank');
  await recipient.goto(link);
  await expect(recipient.getByText('This share was revoked')).toBeVisible();

  await shares.reload();
  await renamed.getByRole('button', { name: 'Remove' }).click();
  await shares.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(shares.getByText('Nothing shared yet.')).toBeVisible();
});

test('my shares says when a server can’t be reached, and keeps the row', async ({
  extension,
  server,
}) => {
  test.slow(); // the client tries for a while before it says so
  await changeSettings(extension, { origin: server.url });
  await shareText(extension, 'A secret');
  await server.stop();
  const shares = await extension.open('my-shares.html');
  await expect(shares.getByText('Asking the server…')).toBeVisible();
  await expect(shares.getByText('Its server can’t be reached.')).toBeVisible();
  await takeScreenshots(shares, 'extension-my-shares-unreachable');
  await server.start();
  await shares.getByRole('button', { name: 'Refresh' }).click();
  await expect(shares.getByText('1 of 1 views left.')).toBeVisible();
});

test('no link, key or secret is kept in the profile; owner tokens lie sealed', async ({
  extension,
  server,
}) => {
  await changeSettings(extension, { origin: server.url });
  const link = await shareText(extension, 'A secret');
  const secret = link.slice(-43);
  const shares = await extension.open('my-shares.html');
  const stored = await shares.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('inkseal');
      opening.onsuccess = () => resolve(opening.result);
    });
    const everything: Record<string, unknown[]> = {};
    for (const name of database.objectStoreNames) {
      everything[name] = await new Promise((resolve) => {
        const reading = database.transaction(name).objectStore(name).getAll();
        reading.onsuccess = () => resolve(reading.result);
      });
    }
    const [key] = everything.keys as [CryptoKey];
    database.close();
    return { text: JSON.stringify(everything), extractable: key.extractable };
  });
  expect(stored.text).toContain(link.slice(-68, -46)); // the id, so that the search does search
  expect(stored.text).not.toContain(secret);
  expect(stored.text).not.toContain('A secret');
  expect(stored.extractable).toBe(false);
});

test('my shares moves to another profile in a file under a passphrase', async ({
  extension,
  server,
}) => {
  await changeSettings(extension, { origin: server.url });
  await shareText(extension, 'A secret');
  const shares = await extension.open('my-shares.html');
  await shares.getByText('Take my shares to another computer').click();
  await shares.getByLabel('Passphrase of the file').fill('correct horse');
  await takeScreenshots(shares, 'extension-my-shares-transfer');
  const download = shares.waitForEvent('download');
  await shares.getByRole('button', { name: 'Export' }).click();
  const path = await (await download).path();
  expect(await readFile(path, 'utf8')).not.toContain(server.url);

  await row(shares, 'Text').getByRole('button', { name: 'Remove' }).click();
  await shares.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(shares.getByText('Nothing shared yet.')).toBeVisible();
  const chooser = shares.locator('input[type=file]');
  await shares.getByLabel('Passphrase of the file').fill('wrong');
  await chooser.setInputFiles(path);
  await expect(shares.getByText('This does not open the file.')).toBeVisible();
  await shares.getByLabel('Passphrase of the file').fill('correct horse');
  await chooser.setInputFiles(path);
  await expect(shares.getByText('1 share added')).toBeVisible();
  await expect(row(shares, 'Text').getByText('1 of 1 views left.')).toBeVisible();
});

test('a link opens in the packaged reader, which asks before it speaks to another server', async ({
  extension,
  server,
  site,
}) => {
  await changeSettings(extension, { origin: server.url });
  const link = await shareText(extension, 'Read it here', 2);
  const page = await extension.context.newPage();
  await page.goto(site.put('/', '<!doctype html><title>A page</title><h1>Hello</h1>'));
  const reader = await openByPopup(extension, page, 'Open a link');
  await takeScreenshots(reader, 'extension-reader-paste');
  await reader.getByLabel('Share link').fill('no link at all');
  await reader.getByRole('button', { name: 'Look at the share' }).click();
  await expect(reader.getByText('This is not a whole Inkseal link.')).toBeVisible();
  await reader.getByLabel('Share link').fill(`Look: <${link}>, he wrote.`);
  await reader.getByRole('button', { name: 'Look at the share' }).click();
  await expect(reader.getByText('2 of 2')).toBeVisible();
  await takeScreenshots(reader, 'extension-reader-sealed');
  await reader.getByRole('button', { name: 'Open the share' }).click();
  await expect(reader.getByText('Read it here')).toBeVisible();
  await takeScreenshots(reader, 'extension-reader-revealed');

  await changeSettings(extension, { origin: server.url.replace('127.0.0.1', 'localhost') });
  const other = await extension.open(`reader.html#${encodeURIComponent(link)}`);
  await expect(other.getByText('This link leads to another server')).toBeVisible();
  expect(other.url()).toBe(extension.url('reader.html'));
  await takeScreenshots(other, 'extension-reader-other-server');
  await other.getByRole('button', { name: 'Go on' }).click();
  await other.getByRole('button', { name: 'Open the share' }).click();
  await expect(other.getByText('This was the last view.')).toBeVisible();
});
