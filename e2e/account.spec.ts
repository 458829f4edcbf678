import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expect } from './fixtures.ts';
import { test } from './support/account-fixtures.ts';
import {
  confirmByPassword,
  expectOpen,
  goTo,
  keepKit,
  signIn,
  signUp,
} from './support/account-steps.ts';
import { addAuthenticator } from './support/add-authenticator.ts';
import { look } from './support/look.ts';

/* An account, what guards it, and its end. The ways back in: account-recovery.spec.ts. */

const EMAIL = 'ada@example.org';
const PASSWORDS = [
  'violet anchor bread seventeen',
  'quartz ladder monday teapot',
  'meadow copper lantern twelve',
] as const;
const STEP_MS = 30_000;

test('an account from sign-up to deletion, in two browsers', async ({
  extension,
  other,
  inbox,
}) => {
  test.slow();
  const here = await extension.open('account.html');
  const there = await other.open('account.html');
  await addAuthenticator(here);
  await signUp(here, inbox, EMAIL, PASSWORDS[0]);
  await expectOpen(here);
  let codes: string[] = [];
  let kit: string[] = [];

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
    await expect(there.getByLabel('Code from your authenticator app')).toBeFocused();
    await look(there, 'account-second-factor');
    const next = new TOTP({ secret }).generate({ timestamp: Date.now() + STEP_MS });
    await there.getByLabel('Code from your authenticator app').fill(next);
    await there.getByRole('button', { name: 'Go on' }).click();
    await expectOpen(there);
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
    await expectOpen(here);
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
    await expectOpen(here);
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
    await expectOpen(there);
  });

  await test.step('sessions and activity', async () => {
    await goTo(here, 'Sessions');
    await expect(here.getByRole('listitem').filter({ hasText: 'Last used' })).toHaveCount(2);
    await look(here, 'account-sessions');
    const sessions = here.getByRole('listitem').filter({ hasText: 'Last used' });
    await sessions
      .filter({ hasNotText: /This browser/ })
      .getByRole('button', { name: /^Rename / })
      .click();
    await here.getByLabel('Name of the browser').fill('Old laptop');
    await here.getByRole('button', { name: 'Save' }).click();
    await here.getByRole('button', { name: 'Sign out Old laptop' }).click();
    await here.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(here.getByText('Old laptop')).toBeHidden();
    await there.reload();
    await expect(there.getByText('You were signed out')).toBeVisible();
    await goTo(here, 'Activity');
    await expect(here.getByText('Password changed').first()).toBeVisible();
    await look(here, 'account-activity');
  });

  await test.step('recovered there, and the answer is lost: the kit is shown, then a factor is asked for', async () => {
    await there.getByRole('link', { name: 'Forgot the password' }).click();
    await there.getByRole('button', { name: 'Send me a code' }).click();
    await there.getByLabel('Code from the mail').fill(await inbox.nextCode(EMAIL));
    await there.getByLabel('Recovery kit').fill(kit.join('\n'));
    await there.getByLabel('New master password').fill(PASSWORDS[2]);
    await there.route(
      '**/api/v1/recovery/finish',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await there.getByRole('button', { name: 'Set the new password' }).click();
    await keepKit(there);
    await expect(there.getByRole('heading', { level: 1 })).toHaveText('One more proof');
    await useRecoveryCode(there, codes[1] as string);
    await expectOpen(there);
    await here.reload();
    await signIn(here, EMAIL, PASSWORDS[2]);
    await usePasskey(here);
    await expect(here.getByRole('heading', { level: 1 })).toHaveText('Activity');
    await expect(here.getByText('Recovered with the kit')).toBeVisible();
  });

  await test.step('leave, think again, leave', async () => {
    await goTo(here, 'Leave');
    await look(here, 'account-leave');
    await here.getByLabel('Your e-mail address').fill(EMAIL);
    // What was proved at the beginning is forgotten with the token that says so.
    await here.evaluate(() => chrome.storage.session.remove('account-access'));
    await here.getByRole('button', { name: 'Delete the account' }).click();
    await expect(here.getByRole('dialog', { name: 'Is it you?' })).toBeVisible();
    await look(here, 'account-step-up-factor');
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

declare const chrome: {
  readonly storage: { readonly session: { remove(key: string): Promise<void> } };
};
