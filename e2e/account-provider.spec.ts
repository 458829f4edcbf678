import { expect } from './fixtures.ts';
import { test as accountTest } from './support/account-fixtures.ts';
import { confirmByPassword, expectOpen, goTo, keepKit } from './support/account-steps.ts';
import type { ExtensionBrowser } from './support/extension-browser.ts';
import { look } from './support/look.ts';
import { type OidcProvider, startOidcProvider } from './support/oidc-provider.ts';

const EMAIL = 'grace@example.org';
const PASSWORD = 'violet anchor bread seventeen';
const REDIRECT = 'https://oaejefmndjpdnfenllnkmihgimefikea.chromiumapp.org/';

const test = accountTest.extend<{ provider: OidcProvider }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern even when nothing is needed.
  provider: async ({}, use) => {
    const provider = await startOidcProvider(EMAIL, REDIRECT);
    await use(provider);
    await provider.stop();
  },
  bindings: async ({ provider }, use) => use(provider.bindings),
});

test('a provider says who it is; the vault password makes the keys and opens the account', async ({
  extension,
  inbox,
}) => {
  const page = await extension.open('account.html#sign-in');
  await askProvider(extension);
  await expect(page.getByText(`Your provider says that you are ${EMAIL}.`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create an account');
  await look(page, 'account-provider-new');
  await page.getByLabel('Vault password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('I understand that').check();
  await page.getByRole('button', { name: 'Create the account' }).click();
  await keepKit(page);
  await expect(page.getByText(EMAIL)).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  // Who is signed in at the provider already is not asked there again.
  await page.getByRole('button', { name: 'Go on with Google or your provider' }).click();
  await expect(page.getByText('Now the vault password opens your account.')).toBeVisible();
  await page.getByLabel('Vault password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectOpen(page);

  await test.step('it is taken from the account, and linked again', async () => {
    await goTo(page, 'Security');
    const section = page.getByRole('region', { name: 'Sign-in by a provider' });
    await section.getByRole('button', { name: `Remove ${EMAIL}` }).click();
    await confirmByPassword(page, PASSWORD);
    await expect(section.getByRole('listitem')).toHaveCount(0);
    expect((await inbox.nextMail(EMAIL)).subject).toBe('A way to sign in was removed');
    await section.getByRole('button', { name: 'Link an account of the provider' }).click();
    await expect(section.getByRole('listitem')).toContainText(EMAIL);
    await look(page, 'account-identities');
  });
});

/** Goes to the provider from the account page, and signs in there where it asks. */
async function askProvider(extension: ExtensionBrowser): Promise<void> {
  const page = extension.context.pages().find((it) => it.url().includes('account.html'));
  const button = page?.getByRole('button', { name: 'Go on with Google or your provider' });
  const opened = extension.context.waitForEvent('page');
  await button?.click();
  await (await opened).getByRole('button', { name: 'Sign in' }).click();
}
