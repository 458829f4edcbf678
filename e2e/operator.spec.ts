import { startReading } from '../shared/api/client/read-share.ts';
import { parseLink } from '../shared/crypto/link.ts';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { confirmByPassword, signUp } from './support/account-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { changeSettings } from './support/extension-steps.ts';
import { Inbox } from './support/inbox.ts';
import { makeShare, textContent } from './support/make-share.ts';
import { TestServer } from './support/test-server.ts';

const EMAIL = 'operator@example.org';
const PASSWORD = 'violet anchor bread seventeen';

let inbox: Inbox;
let server: TestServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  inbox = await Inbox.open();
  server = await TestServer.create({
    configure: (worker) => {
      const { bindings, ...rest } = inbox.configure(worker);
      return { ...rest, bindings: { ...bindings, ADMIN_EMAIL: EMAIL } };
    },
  });
});
test.afterAll(async () => {
  await server.destroy();
  await inbox.close();
});

test('an operator looks at a report, takes the share down, and all of it is logged', async ({
  extension,
}) => {
  test.setTimeout(180_000);
  await changeSettings(extension, { origin: server.url });
  const { link } = await makeShare(server.url, textContent('something bad'));
  await startReading(server.url, parseLink(link)).report('This hurts somebody');
  const page = await extension.open('account.html');
  await signUp(page, inbox, EMAIL, PASSWORD);
  await page.getByRole('link', { name: 'Operator' }).click();
  await expect(page.getByText('This hurts somebody')).toBeVisible();
  await takeScreenshots(page, 'operator-reports');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Look at the share' }).click();
  await page.getByRole('button', { name: 'Take down' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take this share down?' });
  await dialog.getByLabel('Reason').fill('It was as reported');
  await dialog.getByRole('button', { name: 'Take down' }).click();
  await confirmByPassword(page, PASSWORD);
  await expect(page.getByText('Taken down', { exact: true })).toBeVisible();
  await takeScreenshots(page, 'operator-share');

  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await expect(page.getByText('Took down share')).toBeVisible();
  await takeScreenshots(page, 'operator-log');
});
