import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { captureFullPage } from './support/capture-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { openByPopup } from './support/extension-steps.ts';
import { addHarness } from './support/library-steps.ts';

const AVATAR = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'><rect width='64' height='64' fill='teal'/></svg>`;

/** What is to be found is marked with its kind; nothing else is to be found. */
const PERSONAL = `<!doctype html><title>Account</title>
  <style>body { margin: 20px; font: 18px/1.8 sans-serif } img { border-radius: 50% } .cut { height: 30px; overflow: hidden }</style>
  <img data-kind="picture" src="${AVATAR}" width="64" height="64" alt="Ana">
  <p>Write to <span data-kind="email"><b>ana</b>.lopez@<i>example</i>.org</span>, or call <span data-kind="phone">+44 20 7946 0958</span>.</p>
  <p>Card <span data-kind="card">4111 1111 1111 1111</span>, account <span data-kind="iban">DE89 3704 0044 0532 0130 00</span></p>
  <p>Key: <code data-kind="token">AKIAIOSFODNN7EXAMPLE</code></p>
  <p>Ordered on 2026-11-22 at 10:30, order 1234567890, for $1,234.56; call 4111 1111 1111 1112.</p>
  <p><input data-kind="password" type="password" value="hunter2"> <input type="password"> <input data-kind="email" value="bo@example.org"></p>
  <p style="display: none">hidden@example.org</p><p style="visibility: hidden">unseen@example.org</p>
  <div class="cut"><p>Seen</p><p>cut@example.org</p></div>
  <div id="shadow"></div><iframe src="/frame" width="400" height="80" style="border: 3px solid"></iframe>
  <script>document.querySelector('#shadow').attachShadow({ mode: 'open' }).innerHTML = '<p>In a shadow: <span data-kind="email">shadow@example.org</span></p>'</script>`;
const FRAME = `<!doctype html><body style="margin: 8px">Framed: <span data-kind="email">frame@example.org</span>`;

/** Kinds and places of all that is marked, in CSS pixels of the page. */
function readMarked(page: Page) {
  return page.evaluate(() => {
    const frame = document.querySelector('iframe');
    const at = frame?.getBoundingClientRect() ?? new DOMRect();
    const within = [
      { root: document, left: scrollX, top: scrollY },
      { root: document.querySelector('#shadow')?.shadowRoot, left: scrollX, top: scrollY },
      { root: frame?.contentDocument, left: at.left + 3 + scrollX, top: at.top + 3 + scrollY },
    ];
    return within
      .flatMap(({ root, left, top }) =>
        [...(root?.querySelectorAll<HTMLElement>('[data-kind]') ?? [])].map((element) => {
          const rect = element.getBoundingClientRect();
          const middle = {
            x: rect.left + left + rect.width / 2,
            y: rect.top + top + rect.height / 2,
          };
          return { kind: element.dataset.kind, ...middle };
        }),
      )
      .sort((a, b) => a.y - b.y || a.x - b.x);
  });
}

/** Middles of the outlines that the editor shows over the picture, in its own pixels. */
async function readOutlined(editor: Page, pictureWidth: number) {
  await expect(editor.locator('.suggestion-outlines rect').first()).toBeVisible();
  return editor.evaluate((pictureWidth) => {
    const image = document.querySelector('.canvas image')?.getBoundingClientRect() ?? new DOMRect();
    const zoom = image.width / pictureWidth;
    return [...document.querySelectorAll('.suggestion-outlines rect')].map((outline) => {
      const { left, top, width, height } = outline.getBoundingClientRect();
      return {
        left: (left - image.left) / zoom,
        top: (top - image.top) / zoom,
        right: (left + width - image.left) / zoom,
        bottom: (top + height - image.top) / zoom,
      };
    });
  }, pictureWidth);
}

test('what is personal in a page is offered to be redacted, and nothing else', async ({
  extension,
  site,
}) => {
  site.put('/frame', FRAME);
  const page = await extension.context.newPage();
  await page.goto(site.put('/', PERSONAL));
  const marked = await readMarked(page);
  const width = await page.evaluate(() => innerWidth);
  const editor = await openByPopup(extension, page, 'Capture visible');
  const panel = editor.getByRole('region', { name: /suggested redactions/ });
  await expect(panel).toBeVisible();
  for (const words of ['4 e-mail addresses', '1 phone number', '1 card number', '1 bank account']) {
    await expect(panel.getByText(words)).toBeVisible();
  }
  for (const words of ['1 key or token', '1 password', '1 profile picture']) {
    await expect(panel.getByText(words)).toBeVisible();
  }
  const outlined = await readOutlined(editor, width);
  for (const { kind, x, y } of marked) {
    const covers = outlined.filter(
      ({ left, top, right, bottom }) => left < x && x < right && top < y && y < bottom,
    );
    expect(covers, `${kind} at ${x},${y}`).toHaveLength(1);
  }
  await panel.getByText('4 e-mail addresses').click();
  await panel.getByRole('button', { name: 'Hide number 2 of 4 e-mail addresses' }).click();
  await expect(panel.getByText('3 e-mail addresses')).toBeVisible();
  // It is in the library now; reloading keeps what else is offered.
  await expect(editor.getByText('Saved', { exact: true })).toBeVisible();
  // Of the states that were saved before, none is left that shows what is covered now.
  await addHarness(editor);
  const versions = () => editor.evaluate(readHiddenCounts);
  await expect.poll(versions).toEqual([1]);
  await editor.reload();
  await expect(panel.getByText('3 e-mail addresses')).toBeVisible();
  await expect(panel.getByText('1 profile picture')).toBeVisible();
  await takeScreenshots(editor, 'extension-suggestions');
  await expectAccessible(editor);
  await panel.getByRole('button', { name: 'Hide 3 e-mail addresses' }).click();
  await expect(panel.getByText('e-mail address')).toHaveCount(0);
  await expect(editor.locator('.suggestion-outlines rect')).toHaveCount(outlined.length - 4);
  await panel.getByRole('button', { name: 'Hide all' }).click();
  await expect(panel).toBeHidden();
  await editor.getByRole('button', { name: /^Undo/ }).click();
  await expect(panel.getByText('6 suggested redactions')).toBeVisible();
  await panel.getByRole('button', { name: 'Dismiss' }).click();
  await expect(panel).toBeHidden();
});

for (const scale of [1, 2]) {
  test.describe(`at ${scale} device pixels to a CSS pixel`, () => {
    test.use({ deviceScale: scale });

    test('in a full page each lies where it is in the page', async ({ extension, site }) => {
      site.put('/frame', FRAME);
      const page = await extension.context.newPage();
      const tall = PERSONAL.replace('<p>Write', '<p style="margin-top: 1500px">Write');
      await page.goto(site.put('/', tall));
      const marked = await readMarked(page);
      const width = await page.evaluate(() => innerWidth);
      const editor = await captureFullPage(extension, page);
      const outlined = await readOutlined(editor, width);
      expect(outlined).toHaveLength(marked.length);
      for (const { kind, x, y } of marked) {
        const isCovered = outlined.some(
          ({ left, top, right, bottom }) => left < x && x < right && top < y && y < bottom,
        );
        expect(isCovered, `${kind} at ${x},${y}`).toBe(true);
      }
    });
  });
}

test('nothing of the page’s text leaves it with the suggestions', async ({ extension, site }) => {
  site.put('/frame', FRAME);
  const page = await extension.context.newPage();
  await page.goto(site.put('/', PERSONAL));
  await (await extension.openPopup(page)).press('Escape', 27); // grants activeTab
  const worker = await extension.serviceWorker();
  const look = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab?.id };
    await chrome.scripting.executeScript({ target, files: ['capture-in-page.js'] });
    const [answer] = await chrome.scripting.executeScript({
      target,
      func: () =>
        (globalThis as { [key: symbol]: { look(): Look } })[Symbol.for('inkseal parts')]?.look(),
    });
    return answer?.result;
  });
  expect(look?.suggestions).toHaveLength(10);
  expect(Object.keys(look ?? {}).sort()).toEqual(['suggestions', 'viewport']);
  for (const { kind, box, ...rest } of look?.suggestions ?? []) {
    expect(kind).toMatch(/^(email|phone|card|iban|token|password|picture)$/);
    expect(Object.values(box).every(Number.isFinite)).toBe(true);
    expect(Object.keys(box).sort()).toEqual(['height', 'width', 'x', 'y']);
    expect(rest).toEqual({});
  }
});

/** Runs in the editor: of each version in the library, how much it hides. */
async function readHiddenCounts(): Promise<readonly number[]> {
  const { diagrams } = await harness.list();
  return diagrams.flatMap(({ versions }) =>
    versions.map(({ hidden }) => hidden?.redactions.length ?? 0),
  );
}

interface Look {
  readonly viewport: object;
  readonly suggestions: readonly { readonly kind: string; readonly box: object }[];
}

declare const chrome: {
  readonly tabs: { query(what: object): Promise<readonly { readonly id: number }[]> };
  readonly scripting: {
    executeScript(injection: object): Promise<readonly { readonly result: Look }[]>;
  };
};
