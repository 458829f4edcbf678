import { expect, takeScreenshots, test } from './fixtures.ts';
import { LIBRARY, openSeeded } from './library-steps.ts';

test.use({ baseURL: undefined });

test('look', async ({ extension }) => {
  const blank = await extension.open('library.html');
  await expect(blank.getByRole('heading', { name: 'Your library' })).toBeVisible();
  await takeScreenshots(blank, 'library-blank');
  const page = await openSeeded(extension, LIBRARY);
  await expect(page.getByText('Login flow')).toBeVisible();
  await page.getByLabel('Select Garden').check();
  await takeScreenshots(page, 'library-grid');
  await page.getByRole('link', { name: 'Versions' }).click();
  await takeScreenshots(page, 'library-versions');
});
