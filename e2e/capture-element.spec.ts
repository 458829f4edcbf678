import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectSize, overlayText, readPageState, startElement } from './support/capture-steps.ts';
import type { ExtensionBrowser } from './support/extension-browser.ts';
import { overlayCount } from './support/extension-steps.ts';
import { compareSeen, KNOWN_PIXELS_PAGE } from './support/known-pixels.ts';
import { readPicture } from './support/read-picture.ts';

const HOSTILE_STYLE = `
  * { all: unset !important; display: block !important; opacity: 0.9 !important }
  div { transform: scale(2) !important; pointer-events: none !important; display: none !important }`;

const CARDS = `<!doctype html><title>Cards</title>
  <style>body { margin: 20px } section { width: 640px; padding: 10px; background: #eee; display: flex; gap: 10px }
    article { width: 200px; height: 120px } a { display: block; width: 50px; height: 20px }</style>
  <section id="cards" class="wide"><article id="one" style="background: rgb(200 0 0)"><a id="link" href="#x">Go</a></article>
  <article id="two" style="background: rgb(0 200 0)"></article>
  <article id="three" style="background: rgb(0 0 200)"></article></section>`;

/** The editor that the capture ends in. */
async function take(extension: ExtensionBrowser, page: Page): Promise<Page> {
  const opened = extension.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  return opened;
}

test('the pointer and the arrows lead to an element, and its size is shown', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', CARDS));
  const before = await readPageState(page);
  await startElement(extension, page);
  await page.mouse.move(40, 40);
  await expect.poll(() => overlayText(page)).toContain('a#link');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => overlayText(page)).toContain('article#one');
  expect(await overlayText(page)).toContain('200 × 120 CSS pixels');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => overlayText(page)).toContain('section#cards.wide');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => overlayText(page)).toContain('a#link');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => overlayText(page)).toContain('article#two');
  await page.screenshot({ path: 'test-results/screens/extension-element.png' });
  const editor = await take(extension, page);
  const corners = [
    { x: 0, y: 0 },
    { x: 199, y: 119 },
  ];
  const green = [0, 200, 0];
  expect(await readPicture(editor, corners)).toEqual({
    width: 200,
    height: 120,
    pixels: [green, green],
  });
  expect(await readPageState(page)).toEqual(before);
});

for (const scale of [1, 1.5, 2]) {
  test.describe(`at ${scale} device pixels to a CSS pixel`, () => {
    test.use({ deviceScale: scale });

    test('an element that is larger than the window is scrolled and put together', async ({
      extension,
      site,
    }) => {
      const page = await extension.context.newPage();
      const sticky = `<header style="position: sticky; top: 0; height: 50px; background: red; z-index: 1"></header>
        <footer style="position: fixed; bottom: 0; height: 50px; width: 100%; background: red"></footer><canvas`;
      await page.goto(site.put('/', KNOWN_PIXELS_PAGE.replace('<canvas', sticky)));
      await page.evaluate(() => scrollTo(0, 300));
      const before = await readPageState(page);
      await startElement(extension, page);
      await page.mouse.move(400, 300);
      await expect.poll(() => overlayText(page)).toContain('canvas');
      const editor = await take(extension, page);
      expect(await compareSeen(editor, { left: 0, top: 0, scale })).toEqual({
        width: 2048 * scale,
        height: 2048 * scale,
        wrong: 0,
      });
      expect(await readPageState(page)).toEqual(before);
    });
  });
}

test('an element within scrollers, an open shadow root and a frame of the same origin is found and taken whole', async ({
  extension,
  site,
}) => {
  const rows = Array.from(
    { length: 20 },
    (_, i) => `<div style="height: 100px; background: rgb(${i * 12} 20 30)"></div>`,
  ).join('');
  site.put(
    '/frame',
    `<!doctype html><body style="margin: 0"><div id="host"></div><script>
      const root = document.querySelector('#host').attachShadow({ mode: 'open' });
      root.innerHTML = '<div id="scroller" style="height: 300px; overflow: auto; scrollbar-width: none"><main id="inner">${rows}</main></div>';
    </script>`,
  );
  const page = await extension.context.newPage();
  await page.goto(
    site.put(
      '/',
      `<!doctype html><title>Outer</title><body style="margin: 0; height: 3000px"><p style="margin: 0; height: 100px">Above</p>
      <iframe src="/frame" style="border: 7px solid; padding: 5px; width: 500px; height: 280px"></iframe>`,
    ),
  );
  await startElement(extension, page);
  await page.mouse.move(100, 200);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => overlayText(page)).toContain('main#inner');
  const editor = await take(extension, page);
  const edges = Array.from({ length: 20 }, (_, row) => [row * 100, row * 100 + 99]).flat();
  const { pixels } = await readPicture(
    editor,
    edges.map((y) => ({ x: 499, y })),
  );
  await expectSize(editor, 500, 2000);
  expect(pixels).toEqual(edges.map((y) => [Math.floor(y / 100) * 12, 20, 30]));
});

test('by keyboard alone, and given up, the page notices nothing, whatever its style', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(site.put('/', CARDS.replace('<style>', `<style>${HOSTILE_STYLE}`)));
  await page.evaluate(() => {
    for (const name of ['keydown', 'keyup', 'click', 'pointerdown', 'pointermove']) {
      document.addEventListener(name, () => document.body.setAttribute('heard', name));
    }
  });
  const before = await readPageState(page);
  await startElement(extension, page);
  await page.keyboard.press('ArrowUp');
  await page.mouse.move(300, 300);
  await expect.poll(() => overlayText(page)).toContain('CSS pixels');
  await page.keyboard.press('x');
  await page.keyboard.press('Escape');
  await expect.poll(() => overlayCount(page)).toBe(0);
  expect(await readPageState(page)).toEqual(before);

  await startElement(extension, page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => overlayCount(page)).toBe(0);
  expect(await readPageState(page)).toEqual(before);
});

test('what lies in a modal dialog can be taken, and what is scrolled to by the wheel', async ({
  extension,
  site,
}) => {
  const page = await extension.context.newPage();
  await page.goto(
    site.put(
      '/',
      `<!doctype html><title>Dialog</title><body style="height: 4000px">
      <dialog style="padding: 0; border: 0"><div id="in" style="width: 222px; height: 111px; background: rgb(9 99 199)"></div></dialog>
      <div id="low" style="position: absolute; top: 1500px; left: 0; width: 300px; height: 200px; background: rgb(1 2 3)"></div>
      <script>document.querySelector('dialog').showModal()</script>`,
    ),
  );
  const { x, y } = await page.evaluate(() => {
    const { left, top } = document.querySelector('#in')?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + 20, y: top + 20 };
  });
  await startElement(extension, page);
  await page.mouse.move(x, y);
  await expect.poll(() => overlayText(page)).toContain('div#in');
  const inDialog = await take(extension, page);
  expect(await readPicture(inDialog, [{ x: 110, y: 50 }])).toEqual({
    width: 222,
    height: 111,
    pixels: [[9, 99, 199]],
  });

  await page.bringToFront();
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await startElement(extension, page);
  await page.mouse.move(100, 300);
  await page.mouse.wheel(0, 1300);
  await expect.poll(() => overlayText(page)).toContain('div#low');
  const low = await take(extension, page);
  expect(await readPicture(low, [{ x: 150, y: 100 }])).toEqual({
    width: 300,
    height: 200,
    pixels: [[1, 2, 3]],
  });
});
