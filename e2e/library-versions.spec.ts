import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import type { ExtensionBrowser } from './support/extension-browser.ts';
import { addHarness, openEditor } from './support/library-steps.ts';

test.use({ baseURL: undefined });

const rows = (page: Page) => page.getByRole('list', { name: 'All versions' }).getByRole('listitem');
const shown = (page: Page, side: 'left' | 'right') =>
  page
    .locator('.pane')
    .nth(side === 'left' ? 0 : 1)
    .locator('svg');

/** A diagram that was saved with one box, with two, and with three; its versions are shown. */
async function openVersions(extension: ExtensionBrowser): Promise<Page> {
  const page = await extension.open('library.html');
  await addHarness(page);
  const id = await page.evaluate(async () => {
    const id = harness.newDiagramId();
    const boxes = ['Login', 'Token', 'Vault'];
    for (let count = 1; count <= boxes.length; count++) {
      const scene = harness.drawBoxes(boxes.slice(0, count));
      const thumbnail = await harness.drawThumbnail(scene);
      await harness.saveDiagram(id, scene, {
        name: 'Login flow',
        ...(thumbnail ? { thumbnail } : {}),
      });
    }
    return id;
  });
  await page.goto(extension.url(`library.html#versions=${id}`));
  await expect(page.getByRole('heading', { name: 'Versions of Login flow' })).toBeVisible();
  return page;
}

test('versions are compared side by side, named, restored and deleted', async ({ extension }) => {
  const page = await openVersions(extension);
  await expect(rows(page)).toHaveCount(3);
  await expect(shown(page, 'left').getByText('Token')).toBeVisible();
  await expect(shown(page, 'left').getByText('Vault')).toHaveCount(0);
  await expect(shown(page, 'right').getByText('Vault')).toBeVisible();
  await expect(page.getByText(/\d added/)).toBeVisible();

  await rows(page).last().getByRole('button', { name: 'Name this version' }).click();
  await page.getByLabel('Name of the version').fill('First idea');
  await page.keyboard.press('Enter');
  await expect(rows(page).last().getByRole('heading', { name: 'First idea' })).toBeVisible();
  await rows(page).last().getByRole('button', { name: 'Show at the left' }).click();
  await expect(page.getByLabel('At the left')).toHaveValue('1');
  await expect(shown(page, 'left').getByText('Token')).toHaveCount(0);
  await takeScreenshots(page, 'library-versions');
  await expectAccessible(page);

  await rows(page).last().getByRole('button', { name: 'Restore' }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).first()).toContainText('Restored from First idea');
  await expect(page.getByLabel('At the right')).toHaveValue('4');
  await expect(page.getByText('Both show the same.')).toBeVisible();

  await rows(page).nth(1).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(rows(page)).toHaveCount(3);
  await addHarness(page);
  expect(await page.evaluate(() => harness.findProblems())).toEqual([]);
  await page.getByRole('link', { name: 'Open the newest' }).click();
  await expect(page.getByLabel('Name of this diagram')).toHaveValue('Login flow');
});

test('a version is named in the editor', async ({ extension }) => {
  const page = await openEditor(extension);
  await page.getByLabel('Name of this diagram').fill('Plan');
  await page.getByRole('button', { name: 'Name this version' }).click();
  await page.getByLabel('Name of the version').fill('Before the talk');
  await page.keyboard.press('Enter');
  const library = await extension.open('library.html');
  await library.getByLabel('Select Plan').check();
  await library.getByRole('link', { name: 'Versions' }).click();
  await expect(library.getByRole('heading', { name: 'Before the talk' })).toBeVisible();
});

test('a diagram that is gone says so', async ({ extension }) => {
  const page = await extension.open('library.html#versions=AAAAAAAAAAAAAAAAAAAAAA');
  await expect(page.getByRole('heading', { name: 'This is gone' })).toBeVisible();
  await page.goto(extension.url('editor.html#diagram=AAAAAAAAAAAAAAAAAAAAAA'));
  await expect(page.getByText('This diagram is not in the library any more.')).toBeVisible();
});
