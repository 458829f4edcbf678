import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { EXTENSION_PATH, type ExtensionBrowser } from './support/extension-browser.ts';
import { openByPopup } from './support/extension-steps.ts';
import { TestSite } from './support/test-site.ts';
import { watchPage } from './support/watch-page.ts';

const SAMPLES = resolve(import.meta.dirname, 'fixtures/diagrams');
const PERMITTED_PATH = join(tmpdir(), `inkseal-permitted-${process.pid}`);

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
    .getByRole('article', { name, exact: true })
    .getByRole('button', { name: 'Open in the editor' })
    .click();
  const editor = await opened;
  await expect(editor).toHaveURL(/\/editor\.html#(draft|diagram)=/);
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
  const drawn = list.getByRole('article', { name: 'Drawn', exact: true });
  await expect(drawn).toContainText('The page no longer has its text.');
  await expect(list.getByText('14 found')).toBeVisible();
  await expect(list.locator('.found-picture img')).toHaveCount(12);
  await takeScreenshots(list, 'recover');
  await expectAccessible(list);
});

test('each kind opens in the editor as objects with their words', async ({ extension, site }) => {
  site.put('/drawio.png', await sample('drawio/login.png'), 'image/png');
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
     ${(await sampleText('drawio/login.html')).replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '')}
     <img src="/drawio.png" alt="In a PNG">
     <img src="/whiteboard.png" alt="Whiteboard">
     <img src="/sequence.png" alt="Sequence">`,
  );
  const watch = watchPage(list);
  await list.getByRole('button', { name: 'Look again' }).click();
  for (const [name, word] of [
    ['Source', 'Login form'],
    ['Drawn', 'Revoked'],
    ['Graph', 'Share object'],
    ['Classes', 'Envelope'],
    ['By hand', 'First'],
    ['draw.io diagram', 'Made for a test'],
    ['In a PNG', 'Made for a test'],
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

/** The list of a page with pictures of another site, and a canvas that the page itself may not read. */
async function listForeign(extension: ExtensionBrowser, site: TestSite) {
  const other = await TestSite.create();
  const encoded = (await sampleText('plantuml/sequence.url')).trim();
  const graph = other.put('/services.svg', await sample('graphviz/services.svg'), 'image/svg+xml');
  const server = other.put(
    `/svg/${encoded}`,
    await sample('plantuml/sequence.svg'),
    'image/svg+xml',
  );
  const { list } = await listDiagrams(
    extension,
    site,
    `<img src="${graph}" alt="Graph" height="300"><img src="${server}" alt="From a server">
     <div style="height: 3000px"></div><canvas width="200" height="100" aria-label="Tainted"></canvas>
     <script>
       const image = document.querySelector('img');
       const draw = () => document.querySelector('canvas').getContext('2d').drawImage(image, 0, 0);
       image.complete ? draw() : image.addEventListener('load', draw);
     </script>`,
  );
  return { list, other };
}

test('what another site does not give is taken as it is seen', async ({ extension, site }) => {
  const { list, other } = await listForeign(extension, site);
  const graph = list.getByRole('article', { name: 'Graph' });
  await expect(graph).toContainText('where Inkseal may not read it');
  await takeScreenshots(list, 'recover-foreign');
  for (const name of ['Graph', 'From a server', 'Tainted']) {
    const editor = await openInEditor(extension, list, name);
    await expect(editor.locator('svg image').first()).toBeVisible();
    await expect(editor.getByText('this is what was seen of it', { exact: false })).toBeVisible();
    await editor.close();
  }
  await other.destroy();
});

test.describe('with a right that the person gave', () => {
  // A browser under test can’t be asked, so the right stands in the manifest of this copy; all else is as shipped.
  test.use({ extensionPath: PERMITTED_PATH });
  test.beforeAll(async () => {
    await cp(EXTENSION_PATH, PERMITTED_PATH, { recursive: true });
    const path = `${PERMITTED_PATH}/manifest.json`;
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(
      path,
      JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }),
    );
  });
  test.afterAll(() => rm(PERMITTED_PATH, { recursive: true, force: true }));

  test('pictures of another site open as objects', async ({ extension, site }) => {
    const { list, other } = await listForeign(extension, site);
    const editor = await openInEditor(extension, list, 'Graph');
    await expect(editor.locator('svg text', { hasText: 'Share object' }).first()).toBeVisible();
    const server = await openInEditor(extension, list, 'From a server');
    await expect(server.locator('svg text', { hasText: 'decrypts' }).first()).toBeVisible();
    await other.destroy();
  });
});
