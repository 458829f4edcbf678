import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { chooseFile } from './support/choose-file.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { addHarness, LIBRARY, openSeeded } from './support/library-steps.ts';

test.use({ baseURL: undefined });

const cards = (page: Page) => page.getByRole('list', { name: 'Diagrams' }).getByRole('listitem');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('secrets by keyboard: typed, lost with their tab, saved, found, changed, brought back, shared', async ({
  extension,
}) => {
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openSeeded(extension, LIBRARY.slice(0, 2));
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (text: string) => page.keyboard.type(text);

  await test.step('typed, without a pointer', async () => {
    await page.getByRole('link', { name: 'New secret' }).focus();
    await press('Enter');
    await page.getByRole('radio', { name: 'Password' }).focus();
    await press('Tab');
    await type('Bank');
    await press('Tab');
    await type('ada');
    await press('Tab');
    await expect(button(page, 'Copy User name')).toBeFocused();
    await press('Tab');
    await type('hunter1');
    await button(page, 'Add a field').focus();
    await press('Enter');
    await type('PIN');
    await press('Tab');
    await type('4711');
    await button(page, 'Add a field').focus();
    await press('Enter');
    await type('Branch');
    await press('Tab');
    await type('Ghent');
    await page.getByRole('group', { name: 'Branch' }).getByLabel('Hidden').focus();
    await press('Space');
    await button(page, 'Up Branch').focus();
    await press('Enter');
    await expect(page.getByText('Branch is at place 1')).toBeVisible();
    // It is the first one now: the focus is on what can still be done.
    await expect(button(page, 'Down Branch')).toBeFocused();
    await expect(page.getByLabel('Password', { exact: true }).last()).toHaveAttribute(
      'type',
      'password',
    );
    await expect(page.getByLabel('Value of Branch')).toHaveValue('Ghent');
    await expectAccessible(page);
  });

  await test.step('what was typed outlives its tab', async () => {
    await expect
      .poll(() => page.evaluate(() => harness.listNames('unsaved-secret/')))
      .toHaveLength(1);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(dialogs).toEqual([]);
    await expect(page.getByText('This was typed before and not saved yet.')).toBeVisible();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Bank');
    await expect(page.getByRole('group', { name: 'PIN' })).toBeVisible();
    await takeScreenshots(page, 'secret-form');
    await button(page, 'Show Password').click();
    await expect(page.getByLabel('Password', { exact: true }).last()).toHaveValue('hunter1');
    await button(page, 'Copy Password').click();
    await expect(page.getByText('Password copied')).toBeVisible();
    expect(await copied(page)).toBe('hunter1');
    await button(page, 'Save').click();
  });

  await test.step('found by what is around it, not by what it hides', async () => {
    const search = page.getByLabel('Search names, tags and texts');
    for (const [words, count] of [
      ['bank', 1],
      ['ada', 1],
      ['pin', 1],
      ['ghent', 1],
      ['hunter1', 0],
      ['4711', 0],
    ] as const) {
      await search.fill(words);
      await expect(cards(page)).toHaveCount(count);
    }
    await search.fill('');
    await button(page, 'Secrets').click();
    await expect(cards(page)).toHaveCount(1);
    await takeScreenshots(page, 'library-kinds');
    await expectAccessible(page);
  });

  await test.step('a generated password in place of the old one', async () => {
    await page.getByRole('link', { name: 'Bank' }).click();
    await button(page, 'Generate…').click();
    const made = page.getByLabel('Generated password');
    await expect(made).toHaveText(/^.{20}$/);
    await page.getByLabel('Length, 8 to 128').fill('32');
    await expect(made).toHaveText(/^.{32}$/);
    await takeScreenshots(page, 'secret-generator');
    await expectAccessible(page);
    await page.getByLabel('Words', { exact: true }).check();
    await expect(made).toHaveText(/^([a-z]+-){5}[a-z]+$/);
    const words = await made.textContent();
    await button(page, 'Use it').click();
    await button(page, 'Copy Password').click();
    await expect(page.getByText('Password copied')).toBeVisible();
    expect(await copied(page)).toBe(words);
    await button(page, 'Save').click();
  });

  await test.step('the old password is among its versions, and comes back', async () => {
    await page.getByRole('link', { name: 'Bank' }).click();
    await page.getByRole('link', { name: 'Versions' }).click();
    await expect(page.getByText('Changed, Password.')).toBeVisible();
    await expect(page.getByText('hunter1')).toBeHidden();
    await button(page, 'Show what is hidden').first().click();
    await expect(page.getByText('hunter1')).toBeVisible();
    await takeScreenshots(page, 'secret-versions');
    await expectAccessible(page);
    await button(page, 'Restore').click();
    await expect(page.getByText('Restored from')).toBeVisible();
    await page.getByRole('link', { name: 'Open the newest' }).click();
    await button(page, 'Show Password').click();
    await expect(page.getByLabel('Password', { exact: true }).last()).toHaveValue('hunter1');
  });

  await test.step('one field of it goes into a share', async () => {
    await button(page, 'Share…').click();
    const dialog = page.getByRole('dialog');
    // What `all` finds it does not wait for.
    await expect(dialog.getByLabel('PIN')).toBeVisible();
    for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck();
    await expect(dialog.getByText('Choose at least one field.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Go on' })).toBeDisabled();
    await takeScreenshots(page, 'secret-share-none');
    await expectAccessible(page);
    await dialog.getByLabel('PIN').check();
    await takeScreenshots(page, 'secret-share');
    const opened = extension.context.waitForEvent('page');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    const share = await opened;
    await expect(share.getByRole('textbox').first()).toHaveValue('4711');
    await share.close({ runBeforeUnload: false });
  });
});

test('files are dropped and picked, called off, refused when too large, saved and shared', async ({
  extension,
}) => {
  const page = await extension.open('library.html');
  const bytes = randomBytes(9_000_000);
  const add = page.getByLabel('Add files');
  await chooseFile(add, 'report.bin', bytes);
  await expect(page.getByRole('link', { name: 'report.bin' })).toBeVisible();

  expect(await page.evaluate(dropAndCancel)).toBe('film.mp4 is sealed');
  await expect(page.getByText('This is too large. A file may have 100 MiB at most.')).toBeVisible();
  await takeScreenshots(page, 'library-adding-files');
  await expectAccessible(page);
  await button(page, 'Close large.iso').click();
  await expect(
    page.getByRole('list', { name: 'Files on their way into the library' }),
  ).toBeHidden();
  await expect(cards(page)).toHaveCount(2);
  await expect(page.getByRole('link', { name: 'notes.txt' })).toBeVisible();
  await addHarness(page);
  await expect.poll(() => page.evaluate(() => harness.findProblems())).toEqual([]);

  await page.getByRole('link', { name: 'report.bin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'report.bin' })).toBeVisible();
  await takeScreenshots(page, 'library-file');
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await button(page, 'Save to this computer').click();
  expect((await readFile(await (await download).path())).equals(bytes)).toBe(true);
  const opened = extension.context.waitForEvent('page');
  await button(page, 'Share…').click();
  await expect((await opened).getByText('report.bin')).toBeVisible();
});

/** Drops three files, and cancels the last in the midst of it. @returns what is said of its progress then */
function dropAndCancel(): Promise<string | null> {
  const limit = 100 * 1024 * 1024;
  const transfer = new DataTransfer();
  transfer.items.add(new File(['dropped'], 'notes.txt'));
  // Of one piece again and again, which lies in memory once.
  const piece = new Blob([new Uint8Array(1024 * 1024)]);
  const pieces = Array.from({ length: limit / piece.size }, () => piece);
  transfer.items.add(new File([...pieces, '!'], 'large.iso'));
  transfer.items.add(new File(pieces, 'film.mp4'));
  return new Promise((resolve) => {
    // A click by the browser comes too late where sealing is fast.
    new MutationObserver((_changes, observer) => {
      const buttons = [...document.querySelectorAll('button')];
      const cancel = buttons.find(({ textContent }) => textContent === 'Cancel film.mp4');
      const progress = cancel?.closest('li')?.querySelector('progress');
      if (!cancel || !progress || progress.value === 0) return;
      observer.disconnect();
      resolve(progress.getAttribute('aria-label'));
      cancel.click();
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['value'] });
    dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
  });
}
