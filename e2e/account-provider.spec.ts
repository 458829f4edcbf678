import { expect, takeScreenshots, test } from './fixtures.ts';
import { keepKit } from './support/account-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import type { ExtensionBrowser } from './support/extension-browser.ts';
import { changeSettings } from './support/extension-steps.ts';
import { type OidcProvider, startOidcProvider } from './support/oidc-provider.ts';
import { TestServer } from './support/test-server.ts';

const EMAIL = 'grace@example.org';
const PASSWORD = 'violet anchor bread seventeen';
const REDIRECT = 'https://oaejefmndjpdnfenllnkmihgimefikea.chromiumapp.org/';

let provider: OidcProvider;
let server: TestServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  provider = await startOidcProvider(EMAIL, REDIRECT);
  server = await TestServer.create({
    configure: (worker) => ({
      ...worker,
      bindings: { ...worker.bindings, ...provider.bindings },
    }),
  });
});
test.afterAll(async () => {
  await server.destroy();
  await provider.stop();
});

test('a provider says who it is; the vault password makes the keys and opens the account', async ({
  extension,
}) => {
  test.setTimeout(120_000);
  await changeSettings(extension, { origin: server.url });
  const page = await extension.open('account.html#sign-in');
  await askProvider(extension);
  await expect(page.getByText(`Your provider says that you are ${EMAIL}.`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create an account');
  await takeScreenshots(page, 'account-provider-new');
  await expectAccessible(page);
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
  await expect(page.getByText(EMAIL)).toBeVisible();
});

/** Goes to the provider from the account page, and signs in there where it asks. */
async function askProvider(extension: ExtensionBrowser): Promise<void> {
  const page = extension.context.pages().find((it) => it.url().includes('account.html'));
  const button = page?.getByRole('button', { name: 'Go on with Google or your provider' });
  const opened = extension.context.waitForEvent('page');
  await button?.click();
  await (await opened).getByRole('button', { name: 'Sign in' }).click();
}
