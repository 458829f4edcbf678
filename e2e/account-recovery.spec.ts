import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { test } from './support/account-fixtures.ts';
import {
  askForAccount,
  confirmByPassword,
  enterCode,
  expectOpen,
  goTo,
  keepKit,
  signIn,
} from './support/account-steps.ts';
import type { ExtensionBrowser } from './support/extension-browser.ts';
import { look } from './support/look.ts';
import { screenPath } from './support/screenshot.ts';
import type { TestServer } from './support/test-server.ts';

/* The ways back in: what locks and unlocks, the kit, another address, and an account that was made anew. */

const FIRST_EMAIL = 'mary@example.org';
const EMAIL = 'mary.s@example.org';
const PASSWORDS = [
  'violet anchor bread seventeen',
  'harbour tulip cobalt fifty',
  'candle walnut orbit friday',
] as const;
const IDLE_MS = 2 * 60_000;

test('an account is locked, recovered, deleted, and made anew', async ({
  extension,
  other,
  inbox,
  server,
}) => {
  test.slow();
  const here = await extension.open('account.html#sign-up');
  const there = await other.open('account.html#recover');
  let kit: string[] = [];

  await test.step('a code, and a kit for paper', async () => {
    await look(here, 'account-sign-up');
    await askForAccount(here, FIRST_EMAIL, PASSWORDS[0]);
    await expect(here.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
    await look(here, 'account-code');
    await here.getByLabel('Code from the mail').fill('12 34');
    await here.keyboard.press('Enter');
    await expect(here.getByText('The code has 8 digits.')).toBeVisible();
    await enterCode(here, inbox, FIRST_EMAIL);
    await expectOnPaper(here, 'account-kit-print');
    await keepKit(here);
    await expectOpen(here);
  });

  await test.step('locks by key, and after a while without use', async () => {
    await runCommand(extension, 'lock-account');
    await here.getByLabel('Master password', { exact: true }).fill(PASSWORDS[0]);
    await here.keyboard.press('Enter');
    await expectOpen(here);
    await goTo(here, 'Security');
    await here.getByLabel('Lock when Inkseal was not used for').selectOption('1 minute');
    await leaveIdle(extension);
    await expect(here.getByRole('heading', { level: 1 })).toHaveText('Unlock');
    await here.getByLabel('Master password', { exact: true }).fill(PASSWORDS[0]);
    await here.keyboard.press('Enter');
    await expect(here.getByRole('heading', { level: 1 })).toHaveText('Security');
    await here.getByLabel('Lock when Inkseal was not used for').selectOption('15 minutes');
  });

  await test.step('another address, and another kit', async () => {
    for (const name of ['Change the password', 'Change the address', 'Renew the key']) {
      await here.locator('summary', { hasText: name }).click();
    }
    await look(here, 'account-security-open');
    await here.getByLabel('New e-mail address').fill(EMAIL);
    await here.keyboard.press('Enter');
    const dialog = here.getByRole('dialog', { name: 'Is it you?' });
    await expect(dialog.getByLabel('Master password', { exact: true })).toBeFocused();
    await look(here, 'account-step-up-password');
    await here.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(here.getByLabel('New e-mail address')).toHaveValue(EMAIL);
    await here.getByRole('button', { name: 'Send a code' }).click();
    await confirmByPassword(here, PASSWORDS[0]);
    await here.getByLabel('Code from the mail').fill(await inbox.nextCode(EMAIL));
    await here.locator('form').getByRole('button', { name: 'Change the address' }).click();
    await expect(here.getByText('The address is changed.')).toBeVisible();
    await expect(here.getByText(`It is ${EMAIL}.`)).toBeVisible();
    const told = await inbox.nextMail(FIRST_EMAIL);
    expect(told.subject).toBe('The e-mail address of your Inkseal account was changed');
    await here.getByRole('button', { name: 'Make a new kit' }).click();
    await expect(here.getByRole('heading', { level: 1 })).toHaveText('Recovery kit');
    await look(here, 'account-kit');
    kit = await keepKit(here);
    expect((await inbox.nextMail(EMAIL)).subject).toBe('Your Inkseal recovery kit was replaced');
  });

  await test.step('forgotten: the kit brings back in, and the other browser is asked', async () => {
    await look(there, 'account-recover');
    await there.getByLabel('E-mail address').fill(EMAIL);
    await there.getByRole('button', { name: 'Send me a code' }).click();
    await there.getByLabel('Code from the mail').fill(await inbox.nextCode(EMAIL));
    await there.getByLabel('Recovery kit').fill(kit.join('\n').replace(/.$/, '?'));
    await there.getByLabel('New master password').fill(PASSWORDS[1]);
    await there.getByRole('button', { name: 'Set the new password' }).click();
    await expect(there.getByText('No kit has the letter “?”')).toBeVisible();
    await look(there, 'account-recover-kit');
    await there.getByLabel('Recovery kit').fill(kit.join(' ').toLowerCase());
    await there.getByRole('button', { name: 'Set the new password' }).click();
    await keepKit(there);
    await expectOpen(there);
    await goTo(here, 'Overview');
    await here.reload();
    await expect(here.getByText('You were signed out')).toBeVisible();
  });

  await test.step('deleted and made anew: the other browser says so, and takes it only when told to', async () => {
    await goTo(there, 'Leave');
    await there.getByLabel('Your e-mail address').fill(EMAIL);
    await there.keyboard.press('Enter');
    await confirmByPassword(there, PASSWORDS[1]);
    await expect(there.getByRole('heading', { name: 'Deletion is planned' })).toBeVisible();
    await passWeek(server);
    await there.reload();
    await expect(there.getByText('You were signed out')).toBeVisible();
    await there.getByRole('link', { name: 'I have no account yet' }).click();
    await askForAccount(there, EMAIL, PASSWORDS[2]);
    await enterCode(there, inbox, EMAIL);
    kit = await keepKit(there);
    await expectOpen(there);

    const heading = here.getByRole('heading', { level: 1 });
    await here.getByRole('link', { name: 'Forgot the password' }).click();
    await here.getByRole('button', { name: 'Send me a code' }).click();
    await here.getByLabel('Code from the mail').fill(await inbox.nextCode(EMAIL));
    await here.getByLabel('Recovery kit').fill(kit.join(' '));
    await here.getByLabel('New master password').fill(PASSWORDS[0]);
    await here.getByRole('button', { name: 'Set the new password' }).click();
    await expect(heading).toHaveText('Another account under this address');
    await look(here, 'account-changed-recovering');
    await here.getByRole('button', { name: 'Back' }).click();
    await expect(here.getByLabel('Recovery kit')).toHaveValue(kit.join(' '));
    await here.getByRole('button', { name: 'Use another address' }).click();
    await here.getByRole('link', { name: 'Back' }).click();

    await signIn(here, EMAIL, PASSWORDS[2]);
    await expect(heading).toHaveText('Another account under this address');
    await look(here, 'account-changed');
    await here.getByRole('button', { name: 'Back' }).click();
    await here.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(heading).toHaveText('Another account under this address');
    await here.getByRole('button', { name: 'Forget the old account' }).click();
    await look(here, 'account-changed-forget');
    await here.getByRole('dialog').getByRole('button', { name: 'Forget the old account' }).click();
    await expect(here.getByText('The old account is forgotten here.')).toBeVisible();
    await signIn(here, EMAIL, PASSWORDS[2]);
    await expectOpen(here);
  });
});

/** What a printer gets of a recovery kit: the sheet alone, dark on white, on one page. */
async function expectOnPaper(page: Page, name: string): Promise<void> {
  const sheet = page.getByRole('region', { name: 'Inkseal recovery kit' });
  await expect(sheet).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(sheet).toBeVisible();
  for (const gone of [page.getByRole('button'), page.getByRole('heading', { level: 1 })]) {
    await expect(gone.and(page.locator(':visible'))).toHaveCount(0);
  }
  const [ink, paper] = await sheet.evaluate((element) => [
    getComputedStyle(element).color,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(luminance(ink)).toBeLessThan(80);
  expect(paper).toBe('rgba(0, 0, 0, 0)');
  await page.screenshot({ path: screenPath(name) });
  const printed = (await page.pdf()).toString('latin1');
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: null, colorScheme: null });
}

function luminance(color = ''): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return Math.max(red, green, blue);
}

/** As if the key had been pressed that a person gave the command. */
async function runCommand(extension: ExtensionBrowser, command: string): Promise<void> {
  const worker = await extension.serviceWorker();
  await worker.evaluate((name) => chrome.commands.onCommand.dispatch(name), command);
}

/** As if nobody had used Inkseal for some minutes, when the alarm looks. */
async function leaveIdle(extension: ExtensionBrowser): Promise<void> {
  const worker = await extension.serviceWorker();
  await worker.evaluate(async (activeAt) => {
    await chrome.storage.session.set({ 'account-active-at': activeAt });
    await chrome.alarms.create('account-open', { when: Date.now(), periodInMinutes: 1 });
  }, Date.now() - IDLE_MS);
}

/** As if the week to think again were over, and the hourly job had come. */
async function passWeek({ miniflare }: TestServer): Promise<void> {
  const database = await miniflare.getD1Database('DB');
  await database.prepare('update accounts set delete_after = 1 where delete_after > 0').run();
  const worker = await miniflare.getWorker('inkseal');
  await worker.scheduled({ cron: '17 * * * *' });
}

declare const chrome: {
  readonly commands: { readonly onCommand: { dispatch(name: string): void } };
  readonly storage: { readonly session: { set(items: object): Promise<void> } };
  readonly alarms: { create(name: string, when: object): Promise<void> };
};
