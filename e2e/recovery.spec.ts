import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { openByPopup } from './extension-steps.ts';
import { expect, takeScreenshots, test } from './fixtures.ts';
import type { TestSite } from './test-site.ts';
import { watchPage } from './watch-page.ts';

const SAMPLES = resolve(import.meta.dirname, 'fixtures/diagrams');

const sample = (path: string) => readFile(resolve(SAMPLES, path));
const sampleText = (path: string) => readFile(resolve(SAMPLES, path), 'utf8');

/** A page that shows `body`, and the list of diagrams that the popup opens of it. */
async function listDiagrams(extension: ExtensionBrowser, site: TestSite, body: string) {
  const page = await extension.context.newPage();
  await page.goto(
    site.put('/', `<!doctype html><meta charset="utf-8"><title>Notes</title>${body}`),
  );
  const list = await openByPopup(extension, page, 'Diagrams on this page');
  await expect(list.getByRole('heading', { level: 1 })).toHaveText('Diagrams on this page');
  await expect(list.getByText('Looking…')).toBeHidden();
  return { page, list };
}

/** Name and kind of each diagram in the list. */
function namesIn(list: Page): Promise<string[]> {
  return list.getByRole('article').getByRole('heading').allTextContents();
}

/** The PNG without the chunk that its tool put after the header. */
function withoutText(png: Buffer): Buffer {
  const AFTER_HEADER = 33;
  const end = AFTER_HEADER + 12 + png.readUInt32BE(AFTER_HEADER);
  return Buffer.concat([png.subarray(0, AFTER_HEADER), png.subarray(end)]);
}

/** Opens the diagram of this name, and returns the editor with it. */
async function openInEditor(extension: ExtensionBrowser, list: Page, name: string): Promise<Page> {
  const opened = extension.context.waitForEvent('page');
  await list
    .getByRole('article', { name })
    .getByRole('button', { name: 'Open in the editor' })
    .click();
  const editor = await opened;
  await expect(editor).toHaveURL(/\/editor\.html#draft=/);
  return editor;
}

test('every kind of diagram is found, wherever it stands in the page', async ({
  extension,
  site,
}) => {
  site.put('/drawio.png', await sample('drawio/login.png'), 'image/png');
  site.put('/whiteboard.png', await sample('excalidraw/whiteboard.png'), 'image/png');
  site.put('/sequence.png', await sample('plantuml/sequence.png'), 'image/png');
  site.put('/services.svg', await sample('graphviz/services.svg'), 'image/svg+xml');
  site.put('/drawing.svg', await sample('inkscape/drawing.svg'), 'image/svg+xml');
  site.put('/inner', `<!doctype html>${await sampleText('graphviz/undirected.svg')}`);
  site.put('/photo.png', withoutText(await sample('drawio/login.png')), 'image/png');
  const shadow = JSON.stringify(await sampleText('plantuml/sequence.svg'));
  const { list } = await listDiagrams(
    extension,
    site,
    `<pre class="mermaid" aria-label="Undrawn">${await sampleText('mermaid/flowchart.mmd')}</pre>
     <figure>${await sampleText('mermaid/sequence.svg')}<figcaption>Drawn</figcaption></figure>
     <div data-mermaid-source="stateDiagram-v2\n  [*] --> Active">
       <figure>${await sampleText('mermaid/state.svg')}<figcaption>Both</figcaption></figure>
     </div>
     ${(await sampleText('drawio/login.html')).replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '')}
     <figure>${await sampleText('drawio/login.svg')}<figcaption>Inline draw.io</figcaption></figure>
     <img src="/drawio.png" alt="draw.io in PNG">
     <img src="/whiteboard.png" alt="Excalidraw in PNG">
     <figure>${await sampleText('excalidraw/whiteboard.svg')}<figcaption>Excalidraw inline</figcaption></figure>
     <img src="/sequence.png" alt="PlantUML in PNG">
     <div id="host"></div>
     <iframe src="/inner" width="400" height="400"></iframe>
     <object data="/services.svg" type="image/svg+xml" aria-label="Graphviz object"></object>
     <div aria-label="Background" style="width:300px;height:200px;background:url(/drawing.svg)"></div>
     <canvas aria-label="Chart" width="200" height="100"></canvas>
     <svg width="16" height="16"><rect width="16" height="16"/></svg>
     <svg width="300" height="200" display="none"><rect width="160" height="160"/></svg>
     <img alt="A picture without a source" src="/photo.png">
     <script>
       host.attachShadow({ mode: 'open' }).innerHTML = ${shadow.replaceAll('<!--', '<\\!--')};
       const context = document.querySelector('canvas').getContext('2d');
       context.fillRect(10, 10, 50, 50);
     </script>`,
  );
  expect((await namesIn(list)).sort()).toEqual(
    [
      'Undrawn',
      'Drawn',
      'Both',
      'draw.io diagram',
      'Inline draw.io',
      'draw.io in PNG',
      'Excalidraw in PNG',
      'Excalidraw inline',
      'PlantUML in PNG',
      'PlantUML diagram',
      'Graphviz graph',
      'Graphviz object',
      'Background',
      'Chart',
    ].sort(),
  );
  const both = list.getByRole('article', { name: 'Both' });
  await expect(both).toContainText('Its Mermaid text comes along.');
  const drawn = list.getByRole('article', { name: 'Drawn' });
  await expect(drawn).toContainText('The page no longer has its text.');
  await expect(list.getByText('14 found')).toBeVisible();
  await expect(list.locator('.thumbnail img')).toHaveCount(12);
  await takeScreenshots(list, 'recover');
  await expectAccessible(list);
});

test('each kind opens in the editor as objects with their words', async ({ extension, site }) => {
  site.put('/whiteboard.png', await sample('excalidraw/whiteboard.png'), 'image/png');
  site.put('/sequence.png', await sample('plantuml/sequence.png'), 'image/png');
  const { list } = await listDiagrams(
    extension,
    site,
    `<pre class="mermaid" aria-label="Source">${await sampleText('mermaid/flowchart.mmd')}</pre>
     <figure>${await sampleText('mermaid/state.svg')}<figcaption>Drawn</figcaption></figure>
     <figure>${await sampleText('graphviz/services.svg')}<figcaption>Graph</figcaption></figure>
     <figure>${await sampleText('plantuml/class.svg')}<figcaption>Classes</figcaption></figure>
     <figure>${await sampleText('other/styled.svg')}<figcaption>By hand</figcaption></figure>
     <img src="/whiteboard.png" alt="Whiteboard">
     <img src="/sequence.png" alt="Sequence">`,
  );
  const watch = watchPage(list);
  for (const [name, word] of [
    ['Source', 'Login form'],
    ['Drawn', 'Revoked'],
    ['Graph', 'Share object'],
    ['Classes', 'Envelope'],
    ['By hand', 'First'],
    ['Whiteboard', 'Written by hand'],
  ] as const) {
    const editor = await openInEditor(extension, list, name);
    await expect(editor.locator('svg text', { hasText: word }).first()).toBeVisible();
    await editor.close();
  }
  const picture = await openInEditor(extension, list, 'Sequence');
  await expect(picture.locator('svg image').first()).toBeVisible();
  expect(watch.errors).toEqual([]);
  // Nothing is fetched but the extension's own files.
  expect(
    watch.requests.filter((request) => !/^(chrome-extension|blob|data):/.test(request)),
  ).toEqual([]);
});

test('a page without diagrams says so, and one that can’t be searched says why', async ({
  extension,
  site,
}) => {
  const { list } = await listDiagrams(extension, site, '<h1>Only words</h1>');
  await expect(list.getByText('No diagrams found.')).toBeVisible();
  await takeScreenshots(list, 'recover-empty');
  await expectAccessible(list);

  const page = await extension.context.newPage();
  await page.goto('chrome://version/');
  const refused = await openByPopup(extension, page, 'Diagrams on this page');
  await expect(refused.getByRole('alert')).toContainText('This page belongs to the browser');
  await takeScreenshots(refused, 'recover-refused');
});
