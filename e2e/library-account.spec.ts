import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { signIn, signUp } from './support/account-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { EXTENSION_PATH, ExtensionBrowser } from './support/extension-browser.ts';
import { changeSettings } from './support/extension-steps.ts';
import { Inbox } from './support/inbox.ts';
import { LIBRARY, openSeeded } from './support/library-steps.ts';
import { TestServer } from './support/test-server.ts';

test.use({ baseURL: undefined });

const EMAIL = 'grace@example.org';
const PASSWORD = 'violet anchor bread seventeen';

let inbox: Inbox;
let server: TestServer;
let other: ExtensionBrowser;

test.beforeAll(async () => {
  inbox = await Inbox.open();
  server = await TestServer.create({ configure: inbox.configure });
  other = await ExtensionBrowser.launch({ deviceScale: 1, extensionPath: EXTENSION_PATH });
});
test.afterAll(async () => {
  await other.close();
  await server.destroy();
  await inbox.close();
});

const cards = (page: Page) => page.getByRole('list', { name: 'Diagrams' }).getByRole('listitem');
const bar = (page: Page) => page.getByRole('region', { name: 'Account' });

async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.getByLabel(`Select ${from}`, { exact: true }).check();
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(to);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: to, exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Select none' }).click();
}

test('a library moves into the account, is in another browser, and comes back', async ({
  extension,
}) => {
  test.setTimeout(300_000);
  for (const browser of [extension, other]) {
    await changeSettings(browser, { origin: server.url });
  }
  const account = await extension.open('account.html');
  await signUp(account, inbox, EMAIL, PASSWORD);
  await expect(account.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  await account.close();

  const here = await openSeeded(extension, LIBRARY);
  await bar(here).getByRole('button', { name: 'Move everything into the account' }).click();
  await here.getByRole('dialog').getByRole('button', { name: 'Move everything' }).click();
  await expect(bar(here)).toContainText('5 diagrams in your account.');
  await expect(bar(here)).toContainText('All changes are saved there.');
  await expect(cards(here).filter({ hasText: 'In your account' })).toHaveCount(5);
  await takeScreenshots(here, 'library-account');
  await expectAccessible(here);

  const there = await other.open('account.html');
  await there.getByRole('link', { name: 'Sign in' }).click();
  await signIn(there, EMAIL, PASSWORD);
  await expect(there.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  await there.goto(other.url('library.html'));
  await expect(cards(there)).toHaveCount(5);
  await expect(there.getByRole('navigation', { name: 'Places' })).toContainText('Work');

  await test.step('what one changes, the other shows by itself', async () => {
    await rename(there, 'Garden', 'Park');
    await expect(here.getByRole('link', { name: 'Park', exact: true })).toBeVisible();
  });

  await test.step('what both change at once is kept twice, and chosen from', async () => {
    // Neither has heard of the other's change when its own goes out.
    await Promise.all([rename(here, 'Park', 'Park of one'), rename(there, 'Park', 'Park of two')]);
    await expect(cards(here)).toHaveCount(6);
    await expect(cards(there)).toHaveCount(6);
    await expect(cards(there).filter({ hasText: '(of this browser)' })).toHaveCount(1);
    await bar(here).getByRole('button', { name: 'Choose…' }).click();
    await takeScreenshots(here, 'library-clash');
    await expectAccessible(here);
    await here.getByRole('button', { name: 'Keep the other device’s' }).click();
    await expect(cards(here)).toHaveCount(5);
    await expect(bar(here).getByRole('button', { name: 'Choose…' })).toBeHidden();
    await expect(cards(there)).toHaveCount(5);
  });

  await test.step('back into this browser, and gone from the other', async () => {
    await bar(here).getByRole('button', { name: 'Move everything back into this browser' }).click();
    await here.getByRole('dialog').getByRole('button', { name: 'Move everything' }).click();
    await expect(bar(here)).toContainText('0 diagrams in your account.');
    await expect(cards(here)).toHaveCount(5);
    await expect(cards(there)).toHaveCount(0);
  });
});
