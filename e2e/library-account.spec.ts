import type { Page } from '@playwright/test';
import { BATCH_MAX_ITEMS } from '../shared/api/library-limits.ts';
import { putBack, snapshotOf } from '../worker/tests/support/snapshot.ts';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { goTo, keepKit, signIn, signUp } from './support/account-steps.ts';
import { CuttingProxy } from './support/cutting-proxy.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { EXTENSION_PATH, ExtensionBrowser } from './support/extension-browser.ts';
import { changeSettings } from './support/extension-steps.ts';
import { fillLibrary } from './support/fill-library.ts';
import { Inbox } from './support/inbox.ts';
import { addHarness, LIBRARY, openSeeded } from './support/library-steps.ts';
import { look } from './support/look.ts';
import { TestServer } from './support/test-server.ts';

test.use({ baseURL: undefined });

const EMAIL = 'grace@example.org';
const PASSWORD = 'violet anchor bread seventeen';
const ITEMS = 500;
/** What an item of few bytes takes on its way. */
const ITEM_BYTES = 4_200;

let inbox: Inbox;
let server: TestServer;
let other: ExtensionBrowser;
/** Between the server and the browser of the test, and between it and the other one. */
let wiresHere: CuttingProxy;
let wiresThere: CuttingProxy;

test.beforeAll(async () => {
  inbox = await Inbox.open();
  server = await TestServer.create({ configure: inbox.configure });
  wiresHere = await CuttingProxy.create(server.url);
  wiresThere = await CuttingProxy.create(server.url);
  other = await ExtensionBrowser.launch({ deviceScale: 1, extensionPath: EXTENSION_PATH });
});
test.afterAll(async () => {
  await other.close();
  await wiresHere.destroy();
  await wiresThere.destroy();
  await server.destroy();
  await inbox.close();
});

/** What the browser tells a page whose network is back. */
const sayOnline = (): void => void dispatchEvent(new Event('online'));

/** Until the background's next turn, a minute after one that came too early. */
const NEXT_TURN = { timeout: 90_000 };

/** Of the account's items these two stay, whatever else goes. */
const KEY_AND_FOLDERS = 2;

async function countItems(): Promise<number> {
  const index = await server.miniflare.getD1Database('DB');
  const query = 'select count(*) as items from library_items where deleted_at is null';
  return (await index.prepare(query).first<number>('items')) ?? 0;
}

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
  test.setTimeout(10 * 60_000);
  await changeSettings(extension, { origin: wiresHere.url });
  await changeSettings(other, { origin: wiresThere.url });
  const early = await extension.open('settings.html');
  const loaded: string[] = [];
  early.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const codeOfAccounts = () => loaded.filter((path) => /^\/chunks\/account/.test(path));
  await early.goto(extension.url('library.html'));
  await expect(early.getByRole('heading', { level: 1 })).toBeVisible();
  expect(loaded).toContain('/chunks/library.js');
  expect(codeOfAccounts()).toEqual([]);

  const account = await extension.open('account.html');
  await signUp(account, inbox, EMAIL, PASSWORD);
  await expect(account.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  await account.close();
  // A page that was open before takes the account up.
  await expect(bar(early)).toContainText('in your account');
  expect(codeOfAccounts()).not.toEqual([]);
  await early.close();

  const here = await openSeeded(extension, LIBRARY);
  await bar(here).getByRole('button', { name: 'Move everything into the account' }).click();
  await here.getByRole('dialog').getByRole('button', { name: 'Move everything' }).click();
  await expect(bar(here)).toContainText('5 items in your account.');
  await expect(bar(here)).toContainText('All changes are saved there.');
  await expect(cards(here).filter({ hasText: 'In your account' })).toHaveCount(5);
  await takeScreenshots(here, 'library-account');
  await expectAccessible(here);

  let there = await other.open('account.html');
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

  await test.step('what both change offline is kept twice, and chosen from', async () => {
    wiresHere.cut();
    wiresThere.cut();
    await rename(here, 'Park', 'Park of one');
    await rename(there, 'Park', 'Park of two');
    for (const page of [here, there]) {
      await expect(bar(page)).toContainText('Changes are kept here');
      await expect(cards(page)).toHaveCount(5);
    }
    wiresHere.repair();
    await here.evaluate(sayOnline);
    await expect(bar(here)).toContainText('All changes are saved there.');
    wiresThere.repair();
    await there.evaluate(sayOnline);
    await expect(cards(there)).toHaveCount(6);
    await expect(cards(here)).toHaveCount(6);
    for (const page of [here, there]) {
      await expect(page.getByRole('link', { name: 'Park of one', exact: true })).toBeVisible();
      await expect(
        page.getByRole('link', { name: 'Park of two (of this browser)', exact: true }),
      ).toBeVisible();
    }
    await bar(here).getByRole('button', { name: 'Choose…' }).click();
    await takeScreenshots(here, 'library-clash');
    await expectAccessible(here);
    await here.getByRole('button', { name: 'Keep the other device’s' }).click();
    await expect(cards(here)).toHaveCount(5);
    await expect(bar(here).getByRole('button', { name: 'Choose…' })).toBeHidden();
    await expect(cards(there)).toHaveCount(5);
    await expect(there.getByRole('link', { name: 'Park of one', exact: true })).toBeVisible();
  });

  await test.step('what waits is brought there with all pages closed', async () => {
    wiresThere.cut();
    await rename(there, 'Park of one', 'Park by night');
    await other.context.newPage();
    await there.close();
    wiresThere.repair();
    // What it does by itself every minute while the account is open.
    await (await other.serviceWorker()).evaluate(() =>
      chrome.alarms.create('account-open', { when: Date.now(), periodInMinutes: 1 }),
    );
    await expect(here.getByRole('link', { name: 'Park by night', exact: true })).toBeVisible(
      NEXT_TURN,
    );
    there = await other.open('library.html');
  });

  await test.step('the key is renewed here; what was changed there waits for the password', async () => {
    wiresThere.cut();
    await rename(there, 'Park by night', 'Park by day');
    const account = await extension.open('account.html');
    await goTo(account, 'Security');
    const renewing = account.locator('section', { hasText: 'Key of the account' });
    await renewing.getByText('Renew the key').first().click();
    await renewing.getByLabel('Master password').fill(PASSWORD);
    await renewing.getByRole('button', { name: 'Renew the key' }).click();
    await keepKit(account);
    await account.close();
    wiresThere.repair();
    await there.evaluate(sayOnline);
    await expect(there.getByText('which is locked')).toBeVisible();
    await expect(there.getByText('Its key was renewed in another browser.')).toBeVisible();
    await look(there, 'library-key-renewed');
    await there.getByRole('link', { name: 'Unlock' }).click();
    await expect(there.getByText('The key of this account was renewed')).toBeVisible();
    await look(there, 'account-key-renewed');
    await there.getByLabel('Master password', { exact: true }).fill(PASSWORD);
    await there.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(there.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
    await there.goto(other.url('library.html'));
    await expect(here.getByRole('link', { name: 'Park by day', exact: true })).toBeVisible();
    await expect(cards(there)).toHaveCount(5);
  });

  await test.step('a backup is put back: both browsers say so, accept it when told to, and nothing is lost', async () => {
    const index = await server.miniflare.getD1Database('DB');
    const backup = await snapshotOf(index);
    await rename(here, 'Park by day', 'Park by dusk');
    await expect(there.getByRole('link', { name: 'Park by dusk', exact: true })).toBeVisible();
    await expect(bar(here)).toContainText('All changes are saved there.');
    // What is new comes before the manifest that names it: the other one has to have seen that, too.
    await there.reload();
    await expect(bar(there)).toContainText('All changes are saved there.');
    await putBack(index, backup);

    await here.reload();
    await expect(bar(here)).toContainText('The server’s answer was refused');
    await look(here, 'library-refused');
    await bar(here).getByRole('link', { name: 'What this means' }).click();
    const older = { level: 1, name: 'The server shows an older state' } as const;
    await expect(here.getByRole('heading', older)).toBeVisible();
    await look(here, 'account-older');
    await here.getByRole('button', { name: 'Don’t accept' }).click();
    await expect(here.getByText('Inkseal refuses what the server answered.')).toBeVisible();
    await look(here, 'account-refused');
    await here.getByRole('link', { name: 'What this means' }).click();
    await here.getByRole('button', { name: 'Accept the older state' }).click();
    const question = here.getByRole('dialog', { name: 'Accept the server’s older state?' });
    await expect(question).toBeVisible();
    await look(here, 'account-older-accept');
    await question.getByRole('button', { name: 'Accept the older state' }).click();
    await expect(here.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
    await here.goto(extension.url('library.html'));
    await expect(bar(here)).toContainText('All changes are saved there.');
    await expect(here.getByRole('link', { name: 'Park by dusk', exact: true })).toBeVisible();

    await there.goto(other.url('account.html'));
    await there.getByRole('button', { name: 'Sign out' }).click();
    await there.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await there.getByRole('link', { name: 'Sign in' }).click();
    await signIn(there, EMAIL, PASSWORD);
    await expect(there.getByRole('heading', older)).toBeVisible();
    await there.getByRole('button', { name: 'Don’t accept' }).click();
    await there.getByRole('button', { name: 'Sign in', exact: true }).click();
    await there.getByRole('button', { name: 'Accept the older state' }).click();
    await there.getByRole('dialog').getByRole('button', { name: 'Accept the older state' }).click();
    await expect(there.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
    await there.goto(other.url('library.html'));
    await expect(bar(there)).toContainText('All changes are saved there.');
    await expect(there.getByRole('link', { name: 'Park by dusk', exact: true })).toBeVisible();
    for (const page of [here, there]) await expect(cards(page)).toHaveCount(5);
  });

  await test.step('what is deleted for good leaves no part in the account', async () => {
    await there.getByLabel('Select Backup plan', { exact: true }).check();
    await there.getByRole('button', { name: 'Put in the bin' }).click();
    await there
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: 'Bin 1' })
      .click();
    await there.getByRole('button', { name: 'Empty the bin' }).click();
    await there.getByRole('dialog').getByRole('button', { name: 'Empty the bin' }).click();
    await expect(cards(here)).toHaveCount(4);
  });

  let before: unknown;
  let exported = '';
  await test.step('all that lies in the account goes into one file', async () => {
    // What was emptied from the bin elsewhere is gone here too: else it would be in the file.
    await expect(
      here.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Bin 0' }),
    ).toBeVisible();
    await addHarness(here);
    await here.evaluate(() => harness.seedItems());
    await expect(cards(here)).toHaveCount(6);
    before = (await here.evaluate(() => harness.summarise())).diagrams;
    await here.getByText('Take the library along').click();
    await here.getByLabel('Passphrase of the file').fill('correct horse');
    const download = here.waitForEvent('download');
    await here.getByRole('button', { name: 'Export sealed' }).click();
    exported = await (await download).path();
    await expect(here.getByText('6 items exported.')).toBeVisible();
  });

  await test.step('while it is locked, a secret, a file, a share of it and the export say so', async () => {
    const links = await Promise.all(
      ['Bank', 'a.bin'].map((name) => here.getByRole('link', { name }).getAttribute('href')),
    );
    await here.getByRole('link', { name: 'Bank' }).click();
    await here.getByLabel('User name').fill('grace');
    await here.getByRole('button', { name: 'Share…' }).click();
    const opened = extension.context.waitForEvent('page');
    await here.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
    const share = await opened;
    await expect(share.getByRole('textbox').first()).toHaveValue(/grace/);
    await (await extension.serviceWorker()).evaluate(() =>
      chrome.commands.onCommand.dispatch('lock-account'),
    );
    await expect(here.getByText('What was typed here is kept, sealed, until then.')).toBeVisible();
    await look(here, 'library-secret-locked');
    await share.goto(share.url());
    await share.reload();
    await expect(share.getByText('This is of your account, which is locked.')).toBeVisible();
    await look(share, 'share-locked');
    await here.goto(extension.url(`${links[1]}`.slice(1)));
    await expect(here.getByText('Unlock the account to open it.')).toBeVisible();
    await look(here, 'library-file-locked');
    await here.goto(extension.url('library.html'));
    await here.getByText('Take the library along').click();
    await expect(here.getByText('can’t be exported while the account is locked.')).toBeVisible();
    await look(here, 'library-export-locked');

    await here.getByRole('link', { name: 'Unlock' }).first().click();
    await here.getByLabel('Master password', { exact: true }).fill(PASSWORD);
    await here.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(here.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
    await expect(share.getByRole('textbox').first()).toHaveValue(/grace/);
    await share.close({ runBeforeUnload: false });
    await here.goto(extension.url(`${links[0]}`.slice(1)));
    await expect(here.getByLabel('User name')).toHaveValue('grace');
    await here.getByRole('button', { name: 'Discard changes' }).click();
    await here.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
    await here.goto(extension.url('library.html'));
    await expect(bar(here)).toContainText('All changes are saved there.');
  });

  await test.step('back into this browser, and gone from the other', async () => {
    await bar(here).getByRole('button', { name: 'Move everything back into this browser' }).click();
    await here.getByRole('dialog').getByRole('button', { name: 'Move everything' }).click();
    await expect(bar(here)).toContainText('0 items in your account.');
    await expect(cards(here)).toHaveCount(6);
    await expect.poll(countItems).toBe(KEY_AND_FOLDERS);
    await there.goto(other.url('library.html'));
    await expect(bar(there)).toContainText('0 items in your account.');
    await expect(cards(there)).toHaveCount(0);
  });

  await test.step('the file brings all of it into a browser in which there is nothing', async () => {
    await addHarness(there);
    expect((await there.evaluate(() => harness.summarise())).diagrams).toEqual([]);
    await there.getByText('Take the library along').click();
    await there.getByLabel('Passphrase of the file').fill('correct horse');
    await there.getByLabel('Import a file').setInputFiles(exported);
    await expect(there.getByText('6 items added.')).toBeVisible();
    expect((await there.evaluate(() => harness.summarise())).diagrams).toEqual(before);
  });
});

test('a first reading of many items shows how far it is, and goes on where it broke off', async ({
  extension,
}) => {
  const email = 'mary@example.org';
  await fillLibrary(server.url, inbox, { email, password: PASSWORD, items: ITEMS });
  await changeSettings(extension, { origin: wiresHere.url });
  const page = await extension.open('account.html');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signIn(page, email, PASSWORD);
  await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();

  const pulls = () => server.logs.filter((line) => line.includes('/library/pull')).length;
  const before = pulls();
  void wiresHere.cutAfter('down', (ITEMS / 2) * ITEM_BYTES);
  await page.addInitScript(watchProgress);
  await page.goto(extension.url('library.html'));
  await expect(bar(page)).toContainText('% of your library is here; the rest follows');
  await expect(page.getByText('Turn text into a diagram')).toHaveCount(0);
  await takeScreenshots(page, 'library-broken-off');
  const reached = Math.max(...(await readProgress(page)));
  expect(reached).toBeGreaterThan(0);
  expect(reached).toBeLessThan(ITEMS);
  wiresHere.repair();
  await expect(bar(page)).toContainText('All changes are saved there.');
  const seen = await readProgress(page);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBeGreaterThanOrEqual(ITEMS);
  // Each batch once, but for the one that broke off.
  expect(pulls() - before).toBeLessThanOrEqual(Math.ceil(ITEMS / BATCH_MAX_ITEMS) + 2);
});

/** Notes in the page what its bar of progress showed. */
function watchProgress(): void {
  const shown: number[] = [];
  Object.assign(globalThis, { shownProgress: shown });
  const look = () => {
    const progress = document.querySelector<HTMLProgressElement>('.account-bar progress');
    if (progress && progress.value !== shown.at(-1)) shown.push(progress.value);
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['value'],
  });
}

const readProgress = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { shownProgress: number[] }).shownProgress);

declare const chrome: {
  readonly commands: { readonly onCommand: { dispatch(name: string): void } };
  readonly alarms: { create(name: string, when: object): Promise<void> };
};
