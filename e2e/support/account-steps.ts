import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import type { Inbox } from './inbox.ts';

/** What a person does on the account page. */

export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Account', exact: true })
    .getByRole('link', { name: place, exact: true })
    .click();
}

/** The lines of the recovery kit that the page shows. */
export function readKit(page: Page): Promise<string[]> {
  return page.getByRole('region', { name: 'Inkseal recovery kit' }).locator('code').allInnerTexts();
}

/** Types back the line that is asked for, and goes on. @returns the kit */
export async function keepKit(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1, name: 'Recovery kit' })).toBeVisible();
  const kit = await readKit(page);
  expect(kit).toHaveLength(4);
  const field = page.getByLabel(/^Type line \d of your copy$/);
  const label = await page.locator('label', { hasText: 'of your copy' }).textContent();
  const line = Number(/\d/.exec(label ?? '')?.[0]);
  await field.fill((kit[line - 1] as string).toLowerCase().replaceAll(' ', ''));
  await page.getByRole('button', { name: 'I have it' }).click();
  return kit;
}

/** Makes an account on an account page of somebody who has none. @returns the kit */
export async function signUp(
  page: Page,
  inbox: Inbox,
  email: string,
  password: string,
): Promise<string[]> {
  await page.getByRole('link', { name: 'Create an account' }).click();
  await askForAccount(page, email, password);
  await enterCode(page, inbox, email);
  return keepKit(page);
}

/** Fills in the form of a new account. */
export async function askForAccount(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Master password', { exact: true }).fill(password);
  await page.getByLabel('I understand that').check();
  await page.getByRole('button', { name: 'Send me a code' }).click();
}

/** The code for a new account, from the mail. */
export async function enterCode(page: Page, inbox: Inbox, email: string): Promise<void> {
  await page.getByLabel('Code from the mail').fill(await inbox.nextCode(email));
  await page.getByRole('button', { name: 'Go on' }).click();
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  const address = page.getByLabel('E-mail address');
  if (!(await address.inputValue().catch(() => ''))) await address.fill(email);
  await page.getByLabel('Master password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Waits for the account's first page. */
export async function expectOpen(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
}

/** Proves by the password who it is, where that is asked. */
export async function confirmByPassword(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Is it you?' });
  await dialog.getByLabel('Master password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toBeHidden();
}
