import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { confirmByPassword, goTo, keepKit, signIn, signUp } from './support/account-steps.ts';
import { addAuthenticator } from './support/add-authenticator.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { EXTENSION_PATH, ExtensionBrowser } from './support/extension-browser.ts';
import { changeSettings } from './support/extension-steps.ts';
import { Inbox } from './support/inbox.ts';
import { TestServer } from './support/test-server.ts';

const EMAIL = 'ada@example.org';
const PASSWORDS = [
  'violet anchor bread seventeen',
  'quartz ladder monday teapot',
  'harbour tulip cobalt fifty',
] as const;
const STEP_MS = 30_000;

test.use({ actionTimeout: 15_000 });

let inbox: Inbox;
let other: ExtensionBrowser;
let server: TestServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  inbox = await Inbox.open();
  server = await TestServer.create({ configure: inbox.configure });
  other = await ExtensionBrowser.launch({ deviceScale: 1, extensionPath: EXTENSION_PATH });
});
test.afterAll(async () => {
  await other.close();
  await server.destroy();
  await inbox.close();
});

/** Looks at a screen with every eye: a picture for people, axe for the rest. */
async function look(page: Page, name: string): Promise<void> {
  await takeScreenshots(page, name);
  await expectAccessible(page);
  // axe works in a page of its own, and passkeys ask only whom one looks at.
  await page.bringToFront();
}

test('an account from sign-up to deletion, in two browsers', async ({ extension }) => {
  test.setTimeout(300_000);
  await changeSettings(extension, { origin: server.url });
  await changeSettings(other, { origin: server.url });
  const here = await extension.open('account.html');
  const there = await other.open('account.html');
  await addAuthenticator(here);
  let kit = await signUp(here, inbox, EMAIL, PASSWORDS[0]);
  await expect(here.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  let codes: string[] = [];

  await test.step('second factors', async () => {
    await expect(here.getByText('Make it safer')).toBeVisible();
    await goTo(here, 'Security');
    await here.getByRole('button', { name: 'Set up an app' }).click();
    await confirmByPassword(here, PASSWORDS[0]);
    const secret = ((await here.locator('code.seed').textContent()) ?? '').replaceAll(' ', '');
    const code = new TOTP({ secret }).generate();
    await look(here, 'account-totp');
    await here.getByLabel('Code from your authenticator app').fill(code);
    await here.getByRole('button', { name: 'Turn on' }).click();
    await expect(here.getByRole('button', { name: 'Turn off' })).toBeVisible();

    await here.getByLabel('Name of the passkey').fill('Laptop');
    await here.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(here.getByText('The passkey is added, and unlocks Inkseal, too.')).toBeVisible();

    await here.getByRole('button', { name: 'Make ten codes' }).click();
    const sheet = here.getByRole('region', { name: 'Inkseal recovery codes' });
    await expect(sheet.locator('code')).toHaveCount(10);
    codes = await sheet.locator('code').allInnerTexts();
    await look(here, 'account-recovery-codes');
    await here.getByRole('button', { name: 'I have them' }).click();
    await expect(here.getByText('10 left')).toBeVisible();
    await look(here, 'account-security');

    await there.getByRole('link', { name: 'Sign in' }).click();
    await signIn(there, EMAIL, PASSWORDS[0]);
    await expect(there.getByRole('heading', { level: 1 })).toHaveText('One more proof');
    await look(there, 'account-second-factor');
    const next = new TOTP({ secret }).generate({ timestamp: Date.now() + STEP_MS });
    await there.getByLabel('Code from your authenticator app').fill(next);
    await there.getByRole('button', { name: 'Go on' }).click();
    await expect(there.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  });

  await test.step('lock here, unlock by the passkey', async () => {
    await goTo(here, 'Overview');
    await here.getByRole('button', { name: 'Lock now' }).click();
    await look(here, 'account-unlock');
    await here.getByLabel('Master password', { exact: true }).fill('not that one at all');
    await here.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(here.getByText('The password is wrong.')).toBeVisible();
    await here.getByRole('button', { name: 'Unlock with a passkey' }).click();
    await expect(here.getByText('Make it safer')).toBeHidden();
    await expect(here.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
    await look(here, 'account-overview');
  });

  await test.step('another key for everything, with and without the passkey', async () => {
    await goTo(here, 'Security');
    const renewing = here.locator('section', { hasText: 'Key of the account' });
    await renewing.getByText('Renew the key').first().click();
    await expect(renewing.getByText('These will stop unlocking: Laptop.')).toBeVisible();
    await look(here, 'account-renew-key');
    await renewing.getByLabel('Master password').fill(PASSWORDS[0]);
    await renewing.getByRole('button', { name: 'Renew the key' }).click();
    await keepKit(here);
    await goTo(here, 'Security');
    const row = here.getByRole('listitem').filter({ hasText: 'Laptop' }).first();
    await expect(row).toContainText('does not unlock');
    await row.getByRole('button', { name: 'Let it unlock: Laptop' }).click();
    await expect(row).not.toContainText('does not unlock');

    await renewing.getByText('Renew the key').first().click();
    await renewing.getByRole('button', { name: 'Keep it unlocking: Laptop' }).click();
    await expect(renewing.getByText('All your passkeys go on unlocking.')).toBeVisible();
    await renewing.getByLabel('Master password').fill(PASSWORDS[0]);
    await renewing.getByRole('button', { name: 'Renew the key' }).click();
    kit = await keepKit(here);
    await goTo(here, 'Overview');
    await here.getByRole('button', { name: 'Lock now' }).click();
    await here.getByRole('button', { name: 'Unlock with a passkey' }).click();
    await expect(here.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  });

  await test.step('another password here; there it is asked for', async () => {
    await goTo(here, 'Security');
    await here.getByText('Change the password').first().click();
    await here.getByLabel('Present master password').fill(PASSWORDS[0]);
    await here.getByLabel('New master password').fill(PASSWORDS[1]);
    await here.getByRole('button', { name: 'Change the password' }).click();
    await expect(here.getByText('The password is changed.')).toBeVisible();
    await there.reload();
    await expect(there.getByText('You were signed out')).toBeVisible();
    await look(there, 'account-ended');
    await signIn(there, EMAIL, PASSWORDS[1]);
    await useRecoveryCode(there, codes[0] as string);
    await expect(there.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  });

  await test.step('forgotten there: the kit brings back in, and the browser here is asked', async () => {
    await there.getByRole('button', { name: 'Lock now' }).click();
    await there.getByRole('link', { name: 'Forgot the password' }).click();
    await there.getByLabel('E-mail address').fill(EMAIL);
    await there.getByRole('button', { name: 'Send me a code' }).click();
    await there.getByLabel('Code from the mail').fill(await inbox.nextCode(EMAIL));
    await there.getByLabel('Recovery kit').fill(kit.join('\n').replace(/.$/, '?'));
    await there.getByLabel('New master password').fill(PASSWORDS[2]);
    await there.getByRole('button', { name: 'Set the new password' }).click();
    await expect(there.getByText('No kit has the letter “?”')).toBeVisible();
    await look(there, 'account-recover-kit');
    await there.getByLabel('Recovery kit').fill(kit.join(' ').toLowerCase());
    await there.getByRole('button', { name: 'Set the new password' }).click();
    await expect(there.getByRole('heading', { level: 1, name: 'Recovery kit' })).toBeVisible();
    await look(there, 'account-kit');
    kit = await keepKit(there);
    await goTo(here, 'Overview');
    await here.reload();
    await expect(here.getByText('You were signed out')).toBeVisible();
    await signIn(here, EMAIL, PASSWORDS[2]);
    await usePasskey(here);
    await expect(here.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  });

  await test.step('sessions and activity', async () => {
    await goTo(here, 'Sessions');
    await expect(here.getByRole('listitem').filter({ hasText: 'Last used' })).toHaveCount(2);
    await look(here, 'account-sessions');
    // The last used first: the other browser is the last.
    await here
      .getByRole('button', { name: /^Rename / })
      .last()
      .click();
    await here.getByLabel('Name of the browser').fill('Old laptop');
    await here.getByRole('button', { name: 'Save' }).click();
    await here.getByRole('button', { name: 'Sign out Old laptop' }).click();
    await here.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(here.getByText('Old laptop')).toBeHidden();
    await there.reload();
    await expect(there.getByText('You were signed out')).toBeVisible();
    await goTo(here, 'Activity');
    await expect(here.getByText('Recovered with the kit').first()).toBeVisible();
    await look(here, 'account-activity');
  });

  await test.step('leave, think again, leave', async () => {
    await goTo(here, 'Leave');
    await look(here, 'account-leave');
    await here.getByLabel('Your e-mail address').fill(EMAIL);
    await here.getByRole('button', { name: 'Delete the account' }).click();
    await usePasskey(here);
    await expect(here.getByRole('heading', { name: 'Deletion is planned' })).toBeVisible();
    await look(here, 'account-leaving');
    await here.getByRole('button', { name: 'Keep my account' }).click();
    await expect(here.getByRole('button', { name: 'Delete the account' })).toBeVisible();
    await here.getByLabel('Your e-mail address').fill(EMAIL);
    await here.getByRole('button', { name: 'Delete the account' }).click();
    await expect(here.getByRole('heading', { name: 'Deletion is planned' })).toBeVisible();
  });
});

/** Chooses the passkey among the factors, and lets it prove. */
async function usePasskey(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Use a passkey' });
  await button.click();
  await expect(page.getByText('Your browser or your device asks for it.')).toBeVisible();
  await button.click();
}

async function useRecoveryCode(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
}
