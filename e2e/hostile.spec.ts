import { makeHostileFiles } from './fixtures/hostile/hostile-files.ts';
import { expect, test } from './fixtures.ts';
import { chooseFile } from './support/choose-file.ts';
import { countElements, openEditor } from './support/editor-steps.ts';
import { watchPage } from './support/watch-page.ts';

test('hostile files open with a clear error, nothing runs, and no server is asked', async ({
  extension,
  site,
}) => {
  test.setTimeout(10 * 60_000);
  const page = await openEditor(extension);
  const { errors } = watchPage(page);
  page.on('dialog', (dialog) => {
    errors.push(dialog.message());
    void dialog.dismiss();
  });
  const requests: string[] = [];
  extension.context.on('requestfinished', (request) => requests.push(request.url()));
  const away = site.put('/x.png', 'x', 'image/png');
  const input = page.locator('input[type=file]');
  for (const { name, bytes, code } of makeHostileFiles(away)) {
    await test.step(name, async () => {
      const close = page.getByRole('button', { name: 'Close', exact: true });
      while (await close.isVisible()) await close.click();
      const before = await countElements(page);
      await chooseFile(input, name, bytes);
      if (code === 'opens') {
        await expect.poll(() => countElements(page), name).toBeGreaterThan(before);
      } else {
        await expect(page.locator('.message'), name).toContainText(SAYS[code] ?? '');
        expect(await countElements(page), name).toBe(before);
      }
    });
  }
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  // The pages' policy stops some; that it had to is no error of the page.
  expect(errors.filter((error) => !/Content Security Policy|net::ERR/.test(error))).toEqual([]);
  expect(requests.filter((url) => !/^(chrome-extension|blob|data):/.test(url))).toEqual([]);
  expect(site.asked).toEqual([]);
});

/** What each error says first. */
const SAYS: Readonly<Record<string, string>> = {
  'bad-number': 'a position or size that is no usable number',
  broken: 'broken or cut off',
  empty: 'This file is empty',
  'mermaid-syntax': 'Mermaid does not understand this text',
  'newer-version': 'made by a newer Inkseal',
  'no-diagram': 'no diagram in this file',
  'picture-too-large': 'too many pixels',
  'too-deep': 'nested too deeply',
  'too-large': 'too large',
  'too-many-elements': 'too many elements',
  'unknown-type': 'can’t read this kind of file',
  'unsafe-content': 'only an attack needs',
};
