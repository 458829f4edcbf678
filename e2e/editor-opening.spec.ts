import { openEditor } from './editor-steps.ts';
import { expect, test } from './fixtures.ts';

/* What happens before and while the editor opens something. */

// No server is needed here.
test.use({ baseURL: 'about:blank' });

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
