import type { Page } from '@playwright/test';
import { startReading } from '../shared/api/client/read-share.ts';
import { parseLink } from '../shared/crypto/link.ts';
import { expect } from './fixtures.ts';
import { test } from './support/account-fixtures.ts';
import { confirmByPassword, expectOpen, signUp } from './support/account-steps.ts';
import { look } from './support/look.ts';
import { makeShare, textContent } from './support/make-share.ts';

const EMAIL = 'operator@example.org';
const SOMEBODY = 'somebody@example.org';
const PASSWORD = 'violet anchor bread seventeen';

test.use({ bindings: { ADMIN_EMAIL: EMAIL } });

async function report(origin: string, words: string): Promise<void> {
  const { link } = await makeShare(origin, textContent('something bad'));
  await startReading(origin, parseLink(link)).report(words);
}

async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Operator' })
    .getByRole('link', { name: place, exact: true })
    .click();
}

/** Opens the dialog of an act, gives a reason, and does it. */
async function act(page: Page, name: string, reason: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name, exact: true }).click();
}

test('an operator looks at reports, takes a share down, suspends and restores an account, and all of it is logged', async ({
  extension,
  other,
  inbox,
  server,
}) => {
  test.slow();
  await report(server.url, 'This hurts somebody');
  await report(server.url, 'I do not like it');
  const page = await extension.open('account.html');
  await signUp(page, inbox, EMAIL, PASSWORD);
  const theirs = await other.open('account.html');
  await signUp(theirs, inbox, SOMEBODY, PASSWORD);
  await expectOpen(theirs);
  await page.getByRole('link', { name: 'Operator' }).click();

  await test.step('a report that leads to nothing', async () => {
    const row = page.getByRole('listitem').filter({ hasText: 'I do not like it' });
    await expect(row).toBeVisible();
    await look(page, 'operator-reports');
    await row.getByRole('button', { name: 'Dismiss' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dismiss this report?' });
    await dialog.getByRole('button', { name: 'Dismiss' }).click();
    await expect(dialog.getByText('Say why.')).toBeVisible();
    await look(page, 'operator-reason');
    await dialog.getByLabel('Reason').fill('A matter of taste');
    await dialog.getByRole('button', { name: 'Dismiss' }).click();
    await expect(row).toBeHidden();
    await page.getByLabel('Closed').check();
    await expect(row).toContainText('“A matter of taste”');
    await page.getByLabel('Open').check();
  });

  await test.step('a report that ends a share', async () => {
    await page.getByRole('link', { name: 'Look at the share' }).click();
    await act(page, 'Take down', 'It was as reported');
    await confirmByPassword(page, PASSWORD);
    await expect(page.getByText('Taken down', { exact: true })).toBeVisible();
    await look(page, 'operator-share');
  });

  await test.step('an account is suspended, and restored', async () => {
    await goTo(page, 'Accounts');
    await page.getByLabel('E-mail address').fill('nobody@example.org');
    await page.keyboard.press('Enter');
    await expect(page.getByText('No account has this address.')).toBeVisible();
    await page.getByLabel('E-mail address').fill(SOMEBODY);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Signed in browsers')).toBeVisible();
    await look(page, 'operator-account');
    await act(page, 'Suspend', 'Shares harm');
    await expect(page.getByText('Suspended', { exact: true })).toBeVisible();
    expect((await inbox.nextMail(SOMEBODY)).text).toContain('Shares harm');
    await theirs.reload();
    await expect(theirs.getByText('This account is suspended.')).toBeVisible();
    await look(theirs, 'account-suspended');
    await act(page, 'Restore', 'It was a mistake');
    await expect(page.getByText('Active', { exact: true })).toBeVisible();
    await theirs.getByRole('button', { name: 'Try again' }).click();
    await expect(theirs.getByText('This account is suspended.')).toBeHidden();
  });

  await test.step('an account becomes an operator’s, and a user’s again', async () => {
    await act(page, 'Make an operator', 'Helps from now on');
    await expect(page.getByRole('button', { name: 'Take the role away' })).toBeVisible();
    await theirs.reload();
    await theirs.getByRole('link', { name: 'Operator' }).click();
    await expect(theirs.getByRole('heading', { name: 'Reports' })).toBeVisible();
    await act(page, 'Take the role away', 'Helps no more');
    await expect(page.getByRole('button', { name: 'Make an operator' })).toBeVisible();
    await theirs.reload();
    await expect(theirs.getByText('Your account is none of theirs.')).toBeVisible();
    await look(theirs, 'operator-refused');
  });

  await test.step('the log', async () => {
    await goTo(page, 'Log');
    const lines = page.getByRole('listitem');
    for (const [what, why] of [
      ['Changed the role of account', 'admin: Helps from now on'],
      ['Suspended account', 'Shares harm'],
      ['Restored account', 'It was a mistake'],
      ['Took down share', 'It was as reported'],
      ['Dismissed report', 'A matter of taste'],
    ]) {
      await expect(
        lines.filter({ hasText: what as string }).filter({ hasText: why as string }),
      ).toHaveCount(1);
    }
    await look(page, 'operator-log');
  });
});
