import { expect, takeScreenshots, test } from './fixtures.ts';
import { openEditor } from './support/editor-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';

/* What happens before and while the editor opens something. */

// No server is needed here.
test.use({ baseURL: 'about:blank', isBrowserKept: false });

test('where the storage can’t be read, it says so and what to do', async ({ extension }) => {
  await extension.context.addInitScript(() => {
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      if (this.name !== 'sealed') return get.call(this, key);
      throw new DOMException('Internal error reading the backing store', 'UnknownError');
    };
  });
  const page = await extension.open('editor.html#draft=gone');
  const alert = page.getByRole('alert').filter({ hasText: 'could not be read' });
  await expect(alert.getByRole('button', { name: 'Reload' })).toBeVisible();
  await page.goto(extension.url('editor.html?#diagram=AAAAAAAAAAAAAAAAAAAAAA'));
  await expect(alert.getByRole('button', { name: 'Reload' })).toBeVisible();
  await takeScreenshots(page, 'editor-storage-error');
  const link = alert.getByRole('link', { name: 'Open the library' });
  await expect(link).toHaveAttribute('href', '/library.html');
  await expectAccessible(page);
});

test('a name that is typed before the diagram is open stays', async ({ extension }) => {
  await extension.context.addInitScript(() => {
    const { load } = FontFace.prototype;
    FontFace.prototype.load = async function () {
      await new Promise<void>((resolve) => addEventListener('let-open', () => resolve()));
      return load.apply(this);
    };
  });
  const page = await openEditor(extension);
  const name = page.getByRole('textbox', { name: 'Name of this diagram' });
  await expect(page.locator('.saving')).toHaveCount(0);
  await name.fill('Typed early');
  await page.evaluate(() => dispatchEvent(new Event('let-open')));
  await expect(page.locator('.saving')).toHaveCount(1);
  await expect(name).toHaveValue('Typed early');
});
