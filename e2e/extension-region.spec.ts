import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectSize, overlayText } from './support/capture-steps.ts';
import { dragRegion, overlayCount, startRegion } from './support/extension-steps.ts';
import { readPicture } from './support/read-picture.ts';

const PAGE = `<!doctype html>
<title>A page</title>
<style>
  * { all: unset !important; display: block !important; opacity: 0.9 !important }
  div { transform: scale(2) !important; pointer-events: none !important; display: none !important }
  body { height: 3000px !important }
</style>
<input id="field" value="some words here">
<p id="words">Words that are selected</p>
<script>
  window.heard = [];
  for (const name of ['keydown', 'keyup', 'click', 'pointerdown', 'wheel']) {
    document.addEventListener(name, (event) => heard.push(name + ' ' + (event.key ?? '')));
  }
</script>`;

/** All of the page that its user or its scripts could notice. */
function readPage(page: Page) {
  return page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#field');
    return {
      html: document.documentElement.outerHTML,
      focused: document.activeElement?.id,
      selected: getSelection()?.toString(),
      caret: [field?.selectionStart, field?.selectionEnd],
      scroll: [scrollX, scrollY],
      heard: [...(window as unknown as { heard: string[] }).heard],
    };
  });
}

test('a region leaves the page as it was, whether taken or given up', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', PAGE));
  await page.evaluate(() => {
    document.querySelector('#field')?.scrollIntoView();
    scrollTo(0, 40);
    const field = document.querySelector<HTMLInputElement>('#field');
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(2, 6);
  });
  const before = await readPage(page);

  await startRegion(extension, page);
  await dragRegion(page, { x: 50, y: 60 }, { x: 150, y: 160 });
  await page.mouse.wheel(0, 400);
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await expect.poll(() => overlayCount(page)).toBe(0);
  expect(await readPage(page)).toEqual(before);

  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const words = document.querySelector('#words');
    if (words) getSelection()?.selectAllChildren(words);
  });
  const selected = await readPage(page);
  await startRegion(extension, page);
  await dragRegion(page, { x: 50, y: 60 }, { x: 150, y: 160 });
  const opened = extension.context.waitForEvent('page');
  await page.mouse.dblclick(100, 100);
  const tab = await opened;
  await expectSize(tab, 100, 100);
  expect(await readPage(page)).toEqual(selected);
  await page.bringToFront();
  await page.keyboard.press('z');
  expect((await readPage(page)).heard).toContain('keydown z');
});

test('a page that throws the overlay out gets its keys back', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', PAGE));
  await startRegion(extension, page);
  await page.evaluate(() => document.querySelector('html > :not(head, body)')?.remove());
  await page.keyboard.press('a');
  expect((await readPage(page)).heard).toContain('keydown a');
  await startRegion(extension, page);
  await page.keyboard.press('Escape');
  await expect.poll(() => overlayCount(page)).toBe(0);
});

test('a region can be chosen by keyboard alone', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', '<!doctype html><title>A page</title><h1>Hello</h1>'));
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await startRegion(extension, page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Control+ArrowUp');
  const opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const tab = await opened;
  await expectSize(tab, Math.round(width / 2) + 11, Math.round(height / 2) - 1);
});

test('a drawn region is moved and resized by its handles, and its buttons work', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', '<!doctype html><title>A page</title><h1>Hello</h1>'));
  await startRegion(extension, page);
  await dragRegion(page, { x: 300, y: 300 }, { x: 400, y: 380 });
  await dragRegion(page, { x: 350, y: 340 }, { x: 250, y: 240 }); // now 200,200 to 300,280
  await dragRegion(page, { x: 300, y: 280 }, { x: 330, y: 290 }); // its lower right corner
  await dragRegion(page, { x: 200, y: 245 }, { x: 180, y: 400 }); // its left side
  const opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const tab = await opened;
  await expectSize(tab, 150, 90);

  await page.bringToFront();
  await startRegion(extension, page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => overlayCount(page)).toBe(0);
});

test('a region works over a modal dialog, in a frameset, under a strict policy, and by touch', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  const dialog = `<!doctype html><title>A page</title>
    <dialog id="own"><input id="in-dialog"></dialog>
    <script>document.querySelector('dialog').showModal()</script>`;
  await page.goto(site.put('/dialog', dialog));
  await page.locator('#in-dialog').focus();
  await startRegion(extension, page);
  await dragRegion(page, { x: 20, y: 20 }, { x: 220, y: 120 });
  let opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  await expectSize(await opened, 200, 100);
  await page.bringToFront();
  await expect(page.locator('#in-dialog')).toBeFocused();
  await expect(page.locator('#own')).toHaveJSProperty('open', true);

  site.put('/frame', '<!doctype html><body style="background: teal">A frame');
  const frames = '<frameset cols="50%,50%"><frame src="/frame"><frame src="/frame"></frameset>';
  await page.goto(site.put('/frames', frames));
  await startRegion(extension, page);
  await dragRegion(page, { x: 20, y: 20 }, { x: 320, y: 140 });
  opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  await expectSize(await opened, 300, 120);

  const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  const strict = `<!doctype html><title>A page</title>
    <meta http-equiv="Content-Security-Policy" content="${policy}"><h1>Hello</h1>`;
  await page.bringToFront();
  await page.goto(site.put('/strict', strict));
  await startRegion(extension, page);
  await touchRegion(page, { x: 30, y: 40 }, { x: 250, y: 170 });
  opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  await expectSize(await opened, 220, 130);
});

/** Draws a region with a finger. */
async function touchRegion(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', from);
  await touch('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  await touch('touchMove', to);
  await touch('touchEnd');
}

interface Point {
  readonly x: number;
  readonly y: number;
}

test('a page that can’t be drawn on says why, and offers what still works', async ({
  extension,
}) => {
  const page = await extension.context.newPage();
  await page.goto('chrome://version/');
  const popup = await extension.openPopup(page);
  await popup.click('Capture region');
  await expect.poll(() => popup.text()).toContain('This page belongs to the browser');
  expect(await popup.text()).toContain('You can still write a text');
  await popup.screenshot('extension-popup-why-not');
  const opened = extension.context.waitForEvent('page');
  await popup.click('Capture visible');
  expect((await readPicture(await opened)).width).toBeGreaterThan(1000);
});

test('a region of a PDF is taken like any other', async ({ extension, site }) => {
  const page = await extension.context.newPage();
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Resources<<>>>>',
  ].map((object, index) => `${index + 1} 0 obj${object}endobj\n`);
  const document = `%PDF-1.1\n${objects.join('')}trailer<</Root 1 0 R>>`;
  await page.goto(site.put('/document.pdf', document, 'application/pdf'));
  await startRegion(extension, page);
  // The PDF has a process of its own, which the browser may still send the mouse to just after the overlay came.
  const size = '400 × 200 CSS pixels';
  await expect
    .poll(async () => {
      const text = await overlayText(page);
      if (!text.includes(size)) await dragRegion(page, { x: 100, y: 80 }, { x: 500, y: 280 });
      return text;
    })
    .toContain(size);
  const opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  await expectSize(await opened, 400, 200);
});
