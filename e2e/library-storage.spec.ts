import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { addAuthenticator } from './support/add-authenticator.ts';
import './support/keys-harness.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { EXTENSION_PATH, type ExtensionBrowser } from './support/extension-browser.ts';
import { addHarness, LIBRARY, openEditor, openSeeded } from './support/library-steps.ts';

test.use({ baseURL: undefined });

test('IndexedDB keeps to the contract of stores', async ({ extension }) => {
  const page = await extension.open('settings.html');
  await addHarness(page);
  const { ran, failures } = await page.evaluate(() => harness.runStoreCases());
  expect(failures).toEqual([]);
  expect(ran).toBeGreaterThan(9);
});

test('a store under a passkey keeps to the contract, and opens with no other passkey', async ({
  extension,
}) => {
  const page = await extension.open('settings.html');
  await addHarness(page, 'keys-harness.ts');
  await addAuthenticator(page);
  const { ran, failures } = await page.evaluate(() => keysHarness.runStoreCases());
  expect(failures).toEqual([]);
  expect(ran).toBeGreaterThan(9);
  const compared = await page.evaluate(() => keysHarness.compareTwoPasskeys());
  expect(compared).toEqual({ shows: false, own: 'a plain word', other: 'unavailable' });
});

/**
 * Lets the extension keep so many bytes and no more, until the returned function is called: the browser forgets the
 * limit when its session ends.
 */
async function limitStorage(
  extension: ExtensionBrowser,
  page: Page,
  quotaSize: number,
): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const origin = `chrome-extension://${extension.id}`;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  return () => session.detach();
}

const LIMIT_BYTES = 2_500_000;

test.describe('with a limit', () => {
  /* The shipped extension asks for no limit; only a full disk sets it one. This copy does not ask. */
  const limited = join(tmpdir(), `inkseal-limited-${process.pid}`);
  test.use({ extensionPath: limited });
  test.beforeAll(async () => {
    await cp(EXTENSION_PATH, limited, { recursive: true });
    const path = join(limited, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    const permissions = manifest.permissions.filter((it: string) => it !== 'unlimitedStorage');
    await writeFile(path, JSON.stringify({ ...manifest, permissions }));
  });
  test.afterAll(() => rm(limited, { recursive: true, force: true }));

  test('a full disk loses nothing of the open work, says what to do, and is got over', async ({
    extension,
  }) => {
    test.slow();
    // Before anything is kept: the browser looks at the limit again only when it thinks that it is reached.
    const settings = await extension.open('settings.html');
    const endLimit = await limitStorage(extension, settings, LIMIT_BYTES);
    const library = await openSeeded(extension, LIBRARY);
    const page = await openEditor(extension);
    await page.getByLabel('Name of this diagram').fill('Kept at last');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await library.evaluate(() => harness.fillUp());
    await page.getByLabel('Name of this diagram').fill('Kept at last, too');
    await expect(page.getByText('Not saved, because the disk is full.')).toBeVisible();
    await takeScreenshots(page, 'library-editor-full');
    await expect(page.getByLabel('Name of this diagram')).toHaveValue('Kept at last, too');

    await library.getByLabel('Select Garden').check();
    await library.getByRole('button', { name: 'Duplicate' }).click();
    await expect(library.getByText('The disk is full, so nothing was changed.')).toBeVisible();
    await library.getByRole('link', { name: 'What takes room' }).click();
    const large = library.getByRole('listitem').filter({ hasText: 'In the way' });
    const before = await large.count();
    await large.first().getByRole('button', { name: 'Delete for good' }).click();
    await library.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await expect(large).toHaveCount(before - 1);

    await endLimit();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await library.goto(extension.url('library.html'));
    await expect(library.getByRole('link', { name: 'Kept at last, too' })).toBeVisible();
  });
});

test('storage use is shown, the largest first', async ({ extension }) => {
  const page = await openSeeded(extension, LIBRARY);
  await page.evaluate(async () => {
    await harness.saveDiagram(harness.newDiagramId(), await harness.drawNoise(500), {
      name: 'Big',
    });
  });
  await expect(page.getByText(/6 items, [\d.,]+ [KM]B/)).toBeVisible();
  await page.getByRole('link', { name: 'What takes room' }).click();
  await expect(page.getByRole('list').getByRole('listitem').first()).toContainText('Big');
  await takeScreenshots(page, 'library-storage');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete older versions' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete older versions' }).click();
  await expect(page.getByRole('list').getByText('1 version')).toHaveCount(6);
});

test('un-redacted originals come back when their tab is reloaded, and go when it closes', async ({
  extension,
}) => {
  const page = await openEditor(extension);
  await addHarness(page);
  await page.evaluate(() =>
    harness.keepOriginals('one', { scene: harness.drawBoxes(['Secret']), suggestions: [] }),
  );
  await page.reload();
  await addHarness(page);
  const text = await page.evaluate(async () => JSON.stringify(await harness.readOriginals('one')));
  expect(text).toContain('Secret');
  const other = await extension.open('settings.html');
  await addHarness(other);
  expect(await other.evaluate(() => harness.listNames('original/'))).not.toEqual([]);
  await page.close();
  await expect.poll(() => other.evaluate(() => harness.listNames('original/'))).toEqual([]);
  expect(await other.evaluate(() => harness.readOriginals('one'))).toBeUndefined();
});
