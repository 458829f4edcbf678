import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { writeInkseal } from '../shared/scene/formats/inkseal/write-inkseal.ts';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectNoViolation } from './support/expect-accessible.ts';
import type { ExtensionBrowser } from './support/extension-browser.ts';
import { changeSettings, readLink, reveal } from './support/extension-steps.ts';
import { findLeaks } from './support/find-leaks.ts';
import { addHarness } from './support/library-steps.ts';
import { HIDDEN, makeSecretScene, SEEN_TEXTS } from './support/secret-scene.ts';
import type { TestSite } from './support/test-site.ts';

/* What leaves the editor by hand: saved, copied, shared. */

/** An editor with the scene in which something is hidden everywhere. */
async function openSecrets(extension: ExtensionBrowser): Promise<Page> {
  const editor = await extension.open('editor.html#new');
  await editor.getByLabel('Name of this diagram').fill('Seen name');
  await editor.locator('input[type="file"]').setInputFiles({
    name: 'scene.inkseal',
    mimeType: 'application/json',
    buffer: Buffer.from(writeInkseal(makeSecretScene())),
  });
  await expect(editor.getByText('Seen title')).toBeVisible();
  await expect(editor.getByText('Saved', { exact: true })).toBeVisible();
  return editor;
}

/** A page of some website that tells what is pasted into it. */
async function pasteInto(extension: ExtensionBrowser, site: TestSite) {
  site.put(
    '/paste',
    `<!doctype html><title>Paste</title><textarea></textarea><script>
      addEventListener('paste', async (event) => {
        const [file] = event.clipboardData.files;
        const bytes = file ? new Uint8Array(await file.arrayBuffer())
          : new TextEncoder().encode(event.clipboardData.getData('text/plain'));
        let binary = '';
        for (const byte of bytes) binary += String.fromCharCode(byte);
        document.title = btoa(binary);
      });
    </script>`,
  );
  const page = await extension.context.newPage();
  await page.goto(`${site.url}/paste`);
  await page.locator('textarea').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page).not.toHaveTitle('Paste');
  const bytes = Buffer.from(await page.title(), 'base64');
  await page.close();
  return bytes;
}

async function expectNoLeak(name: string, bytes: Buffer): Promise<string> {
  const { leaks, text } = await findLeaks(name, bytes, HIDDEN);
  expect(leaks, name).toEqual([]);
  return text;
}

function expectAccessible(page: Page): Promise<void> {
  return expectNoViolation(page, { within: 'dialog[open]' });
}

test('several formats are saved as one ZIP, by keyboard, without what is hidden', async ({
  extension,
}) => {
  const editor = await openSecrets(extension);
  await editor.getByRole('button', { name: 'Export' }).focus();
  await editor.keyboard.press('Enter');
  const dialog = editor.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText('What the 2 redactions cover')).toBeVisible();
  for (const format of ['SVG drawing', 'PDF', 'Inkseal file', 'Excalidraw file', 'Mermaid text']) {
    await dialog.getByRole('checkbox', { name: format }).focus();
    await editor.keyboard.press('Space');
  }
  await expectAccessible(editor);
  await takeScreenshots(editor, 'export-dialog');
  const download = editor.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as one ZIP' }).press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('Seen name.zip');
  const text = await expectNoLeak('saved.zip', await readFile(await saved.path()));
  for (const seen of SEEN_TEXTS) expect(text).toContain(seen);
  await expect(dialog.getByText('Saved Seen name.zip')).toBeVisible();
  await editor.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('what is copied holds nothing hidden: picture, SVG, text and elements', async ({
  extension,
  site,
}) => {
  const editor = await openSecrets(extension);
  await editor.locator('.canvas-place').click({ position: { x: 1000, y: 700 } });
  await editor.keyboard.press('ControlOrMeta+a');
  await editor.keyboard.press('ControlOrMeta+c');
  await expect(editor.getByText(/copied/i).first()).toBeAttached();
  const elements = await expectNoLeak('elements', await pasteInto(extension, site));
  expect(elements).toContain('excalidraw/clipboard');

  await editor.bringToFront();
  await editor.getByRole('button', { name: 'Export' }).click();
  for (const [kind, word] of [
    ['Copy picture', 'Picture copied'],
    ['Copy SVG', 'SVG copied'],
    ['Copy text', 'Text copied'],
  ] as const) {
    await editor.bringToFront();
    await editor.getByRole('button', { name: kind }).click();
    await expect(editor.getByText(word)).toBeVisible();
    const text = await expectNoLeak(kind, await pasteInto(extension, site));
    if (kind !== 'Copy picture') for (const seen of SEEN_TEXTS) expect(text).toContain(seen);
  }
});

test('a shared diagram is a picture; its source goes along only where that is chosen', async ({
  extension,
  server,
  page: recipient,
}) => {
  test.slow();
  await changeSettings(extension, { origin: server.url });
  const editor = await openSecrets(extension);
  const dialog = editor.getByRole('dialog', { name: 'Share' });
  for (const withSource of [false, true]) {
    if (withSource) await dialog.getByRole('button', { name: 'Share another' }).click();
    else await editor.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(dialog.getByRole('img', { name: 'as its recipients see it' })).toBeVisible();
    if (withSource) await dialog.getByLabel('Add the editable source').check();
    await expect(dialog.getByRole('button', { name: 'Seal and share' })).toBeVisible();
    await expectAccessible(editor);
    if (!withSource) await takeScreenshots(editor, 'share-dialog');
    await dialog.getByRole('button', { name: 'Seal and share' }).click();
    await reveal(recipient, await readLink(editor));
    await expect(recipient.getByRole('heading', { level: 1 })).toHaveText('The picture');
    const buttons = recipient.getByRole('button', { name: /^Save diagram/ });
    await expect(buttons).toHaveCount(withSource ? 2 : 1);
    for (const button of await buttons.all()) {
      const download = recipient.waitForEvent('download');
      await button.click();
      const file = await download;
      await expectNoLeak(file.suggestedFilename(), await readFile(await file.path()));
    }
    if (withSource) await takeScreenshots(recipient, 'reader-diagram');
  }
  await editor.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // The link is nowhere else: it is still there.
  await editor.getByRole('button', { name: 'Share', exact: true }).click();
  await readLink(editor);
});

test('the library and its versions hold nothing hidden', async ({ extension }) => {
  const editor = await openSecrets(extension);
  await addHarness(editor);
  const stored = await editor.evaluate(async () => {
    const [diagram] = (await harness.list()).diagrams;
    if (!diagram) throw new Error('Nothing is in the library');
    const opened = await harness.openDiagram(diagram.id);
    const versions = diagram.versions.map(({ version }) =>
      harness.openVersion(diagram.id, version),
    );
    const toBase64 = (bytes: Uint8Array) =>
      btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return JSON.stringify([opened?.scene, ...(await Promise.all(versions))], (_, value: unknown) =>
      value instanceof Uint8Array ? toBase64(value) : value,
    );
  });
  const text = await expectNoLeak('library', Buffer.from(stored));
  for (const seen of SEEN_TEXTS) expect(text).toContain(seen);
});
