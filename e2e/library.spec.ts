import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { LIBRARY, openSeeded } from './support/library-steps.ts';

test.use({ baseURL: undefined });

const cards = (page: Page) => page.getByRole('list', { name: 'Diagrams' }).getByRole('listitem');
const card = (page: Page, name: string) => cards(page).filter({ hasText: name });
const open = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name });
const select = (page: Page, name: string) => page.getByLabel(`Select ${name}`).check();
const names = (page: Page) => cards(page).locator('.diagram-name').allTextContents();

test('a blank library shows on one screen what it is for, and three things to try', async ({
  extension,
}) => {
  const page = await extension.open('library.html');
  await expect(page.getByRole('heading', { name: 'Your library' })).toBeVisible();
  await expect(page.locator('.tries').getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('Alt+Shift+S')).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await takeScreenshots(page, 'library-blank');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Start drawing' }).click();
  await expect(page).toHaveURL(/editor\.html#new/);
});

test('the popup leads to the library and to a new diagram', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', '<!doctype html><title>A page</title><h1>Hello</h1>'));
  for (const [action, url] of [
    ['Library', 'library.html'],
    ['New diagram', 'editor.html#new'],
  ] as const) {
    const opened = extension.context.waitForEvent('page');
    const popup = await extension.openPopup(page);
    await popup.click(action);
    await expect(await opened).toHaveURL(extension.url(url));
  }
});

test('diagrams are found by name, tag and what is written in them, and sorted', async ({
  extension,
}) => {
  const page = await openSeeded(extension, LIBRARY);
  await expect(cards(page)).toHaveCount(5);
  await expect(card(page, 'Garden').locator('img')).toHaveJSProperty('naturalWidth', 480);
  const search = page.getByLabel('Search names, tags and texts');
  await search.fill('uberdachung');
  await expect(cards(page)).toHaveCount(1);
  await expect(card(page, 'Garden')).toContainText('Überdachung');
  await takeScreenshots(page, 'library-found');
  await search.fill('auth');
  await expect.poll(() => names(page)).toEqual(['Order pipeline', 'Login flow']);
  await search.fill('no such thing');
  await expect(page.getByText('Nothing is found.')).toBeVisible();
  await takeScreenshots(page, 'library-nothing-found');
  await search.fill('');
  await page.getByRole('button', { name: 'infra' }).click();
  await expect.poll(() => names(page)).toEqual(['Backup plan', 'Order pipeline']);
  await page.getByRole('button', { name: 'auth' }).click();
  await expect.poll(() => names(page)).toEqual(['Order pipeline']);
  await page.getByRole('button', { name: 'auth' }).click();
  await page.getByRole('button', { name: 'infra' }).click();
  await page.getByLabel('Sort by').selectOption('Name');
  await expect
    .poll(() => names(page))
    .toEqual(['Unnamed diagram', 'Backup plan', 'Garden', 'Login flow', 'Order pipeline']);
  await expectAccessible(page);
});

test('all is done by keyboard alone', async ({ extension }) => {
  const page = await openSeeded(extension, LIBRARY);
  await open(page, 'Unnamed diagram').focus();
  await page.keyboard.press('ArrowRight');
  await expect(open(page, 'Garden')).toBeFocused();
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Park');
  await page.keyboard.press('Enter');
  await expect(open(page, 'Park')).toBeVisible();
  await expect(open(page, 'Park')).toBeFocused();

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 selected')).toBeHidden();
  await expect(open(page, 'Backup plan')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(cards(page)).toHaveCount(4);
  await expect(open(page, 'Order pipeline')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(open(page, 'Unnamed diagram')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(open(page, 'Login flow')).toBeFocused();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('4 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/editor\.html#diagram=/);
  await expect(page.getByLabel('Name of this diagram')).toHaveValue('Login flow');
});

test('folders are made, filled by dialog and by drag, nested, renamed and deleted', async ({
  extension,
}) => {
  const page = await openSeeded(extension, LIBRARY);
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByLabel('Name of the folder').fill('Clients');
  await page.keyboard.press('Enter');
  await expect(place(page, 'Clients 0')).toBeVisible();

  await select(page, 'Order pipeline');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByLabel('Move to').selectOption({ label: 'Clients' });
  await takeScreenshots(page, 'library-move');
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
  await expect(place(page, 'Clients 1')).toBeVisible();
  await page.getByRole('button', { name: 'Select none' }).click();

  await card(page, 'Garden').dragTo(place(page, 'Clients'));
  await expect(place(page, 'Clients 2')).toBeVisible();
  await select(page, 'Login flow');
  await select(page, 'Backup plan');
  await card(page, 'Login flow').dragTo(place(page, 'Home'));
  await expect(place(page, 'Home 2')).toBeVisible(); // both that are selected go along

  await place(page, 'Home').dragTo(place(page, 'Clients'));
  await place(page, 'Clients').click();
  await expect(cards(page)).toHaveCount(4); // with what lies in the folder within
  await expect(card(page, 'Login flow')).toContainText('Clients / Home');
  await takeScreenshots(page, 'library-folder');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Rename folder' }).click();
  await page.getByLabel('Name of the folder').fill('Customers');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Delete folder' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete folder' }).click();
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
  await expect(cards(page)).toHaveCount(5);
  await expect(place(page, 'Home 2')).toBeVisible();
  await place(page, 'Home').click();
  await page.getByRole('button', { name: 'Move folder' }).click();
  await page.getByLabel('Into').selectOption({ label: 'Work' });
  await page.getByRole('dialog').getByRole('button', { name: 'Move folder' }).click();
  await expect(card(page, 'Login flow')).toContainText('Work / Home');
});

test('many at once are tagged and put in the bin, come back, and are deleted for good', async ({
  extension,
}) => {
  const page = await openSeeded(extension, LIBRARY);
  await select(page, 'Garden');
  await select(page, 'Backup plan');
  await page.getByRole('button', { name: 'Tags' }).click();
  await page.getByLabel('Tags to add').fill('old, to sort');
  await page.getByRole('dialog').getByLabel('infra').check();
  await takeScreenshots(page, 'library-tags');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(card(page, 'Backup plan').locator('.diagram-tag')).toHaveText(['old', 'to sort']);
  await takeScreenshots(page, 'library-selected');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Put in the bin' }).click();
  await expect(cards(page)).toHaveCount(3);
  await place(page, 'Bin 2').click();
  await takeScreenshots(page, 'library-bin');
  await select(page, 'Garden');
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Empty the bin' }).click();
  await expect(page.getByText('This can’t be undone.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Empty the bin' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Empty the bin' }).click();
  await expect(page.getByText('The bin is empty.')).toBeVisible();
  expect(await page.evaluate(() => harness.findProblems())).toEqual([]);
  await place(page, 'Everything 4').click();
  await expect(open(page, 'Garden')).toBeVisible();

  await select(page, 'Garden');
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(open(page, 'Garden (copy)')).toBeVisible();
});

test('what another tab does is seen at once', async ({ extension }) => {
  const page = await openSeeded(extension, LIBRARY);
  const other = await extension.open('library.html');
  await select(other, 'Garden');
  await other.getByRole('button', { name: 'Put in the bin' }).click();
  await expect(cards(other)).toHaveCount(4);
  await expect(cards(page)).toHaveCount(4);
});
