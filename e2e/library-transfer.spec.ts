import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { addHarness, LIBRARY, openSeeded } from './support/library-steps.ts';

test.use({ baseURL: undefined });

const cards = (page: Page) => page.getByRole('list', { name: 'Diagrams' }).getByRole('listitem');

async function openTransfer(page: Page): Promise<void> {
  await page.getByText('Take the library along').click();
}

async function emptyLibrary(page: Page): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#all`);
  await page
    .getByLabel(/^Select /)
    .first()
    .check();
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Put in the bin' }).click();
  await page.getByRole('link', { name: 'Bin' }).click();
  await page.getByRole('button', { name: 'Empty the bin' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Empty the bin' }).click();
  await expect(page.getByText('The bin is empty.')).toBeVisible();
  await page.getByRole('link', { name: 'Everything' }).click();
}

test('the whole library goes into a sealed file and comes back with its history', async ({
  extension,
}) => {
  const page = await openSeeded(extension, LIBRARY);
  await page.evaluate(() => harness.saveVersions('Login flow'));
  const before = await page.evaluate(() => harness.summarise());
  await openTransfer(page);
  await page.getByLabel('Passphrase of the file').fill('correct horse');
  await takeScreenshots(page, 'library-transfer');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export sealed' }).click();
  const path = await (await download).path();
  await expect(page.getByText('5 items exported. Keep the passphrase apart')).toBeVisible();
  const bytes = await readFile(path);
  for (const word of ['Login flow', 'PK\x03\x04', 'library.json', 'Token']) {
    expect(bytes.includes(word), word).toBe(false);
  }

  await emptyLibrary(page);
  await openTransfer(page);
  const chooser = page.getByLabel('Import a file');
  await page.getByLabel('Passphrase of the file').fill('');
  await chooser.setInputFiles(path);
  await expect(page.getByText('This file is sealed.')).toBeVisible();
  await page.getByLabel('Passphrase of the file').fill('wrong');
  await chooser.setInputFiles(path);
  await expect(page.getByText('This does not open the file.')).toBeVisible();
  await page.getByLabel('Passphrase of the file').fill('correct horse');
  await chooser.setInputFiles(path);
  await expect(page.getByText('5 items added.')).toBeVisible();
  await expect(cards(page)).toHaveCount(5);
  expect(await page.evaluate(() => harness.summarise())).toEqual(before);
  expect(await page.evaluate(() => harness.findProblems())).toEqual([]);

  await chooser.setInputFiles(path);
  await expect(page.getByText('0 items added. 5 were here already.')).toBeVisible();
});

test('a plain ZIP is made after saying so, and what somebody changed in it is checked', async ({
  extension,
}) => {
  const page = await openSeeded(extension, LIBRARY.slice(0, 2));
  await openTransfer(page);
  await page.getByRole('button', { name: 'Export as plain ZIP' }).click();
  await expect(page.getByText('Whoever gets the file can see everything in it.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Export as plain ZIP' }).click();
  const files = unzipSync(await readFile(await (await download).path()));
  const manifest = JSON.parse(Buffer.from(files['library.json'] ?? []).toString());
  expect(manifest.diagrams.map(({ name }: { name: string }) => name).sort()).toEqual([
    'Login flow',
    'Order pipeline',
  ]);

  const chooser = page.getByLabel('Import a file');
  const choose = (name: string, zip: Uint8Array) =>
    chooser.setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(zip) });
  const scene = Object.keys(files).find((name) => name.endsWith('v1.json')) ?? '';
  const id = scene.split('/')[1];
  const stored = (changed: Record<string, Uint8Array>) =>
    zipSync({ ...files, ...changed }, { level: 0 });
  const asNewer = manifest.diagrams.map((it: { id: string; savedAt: number }) =>
    it.id === id ? { ...it, savedAt: it.savedAt + 1 } : it,
  );
  const manifestOf = (change: object) => ({
    'library.json': strToU8(JSON.stringify({ ...manifest, diagrams: asNewer, ...change })),
  });

  await choose('not.zip', strToU8('hello'));
  await expect(page.getByText('This is not an export of an Inkseal library.')).toBeVisible();
  await choose('newer.zip', stored(manifestOf({ version: 2 })));
  await expect(page.getByText('made by a newer Inkseal')).toBeVisible();
  await choose('bomb.zip', zipSync({ 'library.json': new Uint8Array(50_000_000) }, { level: 9 }));
  await expect(page.getByText('This is not an export of an Inkseal library.')).toBeVisible();
  const nan = strToU8('{"elements":[{"type":"rectangle","x":1e999}],"files":{},"attachments":[]}');
  await choose('broken.zip', stored({ ...manifestOf({}), [scene]: nan }));
  await expect(page.getByText('1 damaged version was left out.')).toBeVisible();
  await choose('changed.zip', stored(manifestOf({})));
  await expect(page.getByText('1 item added. 1 was here already.')).toBeVisible();
  await expect(cards(page)).toHaveCount(3);
  await addHarness(page);
  expect(await page.evaluate(() => harness.findProblems())).toEqual([]);
});
