import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readSkeletons } from '../shared/scene/formats/mermaid/read-skeletons.ts';
import { writeMermaid } from '../shared/scene/formats/mermaid/write-mermaid.ts';
import { makeElement } from '../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../shared/scene/model/scene.ts';
import type { MeasureText } from '../shared/scene/text/measure-text.ts';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { type Answer, askSandbox } from './support/ask-sandbox.ts';
import { countElements, openEditor } from './support/editor-steps.ts';
import { expectAccessible } from './support/expect-accessible.ts';

const SAMPLES = resolve(import.meta.dirname, 'fixtures/diagrams/mermaid');

/** Letters half as wide as high: where exactly texts lie is not what these tests are about. */
const measure: MeasureText = (text, { size }) => (text.length * size) / 2;

const sceneOf = ({ elements }: Answer) => readSkeletons(elements, measure).scene.elements;

test('each kind of diagram becomes elements, bound to one another', async ({ extension }) => {
  const page = await extension.open('settings.html');
  for (const { name, says, types, bound } of [
    { name: 'flowchart', says: ['Login form', 'yes'], types: ['diamond', 'ellipse'], bound: 5 },
    { name: 'sequence', says: ['Anna', 'Open the share'], types: ['arrow', 'line'], bound: 0 },
    { name: 'class', says: ['Envelope', 'holds'], types: ['rectangle', 'line'], bound: 1 },
    { name: 'state', says: ['last view', 'Active'], types: ['ellipse', 'arrow'], bound: 4 },
    { name: 'er', says: ['ACCOUNT', 'makes'], types: ['rectangle', 'line'], bound: 1 },
  ]) {
    const text = await readFile(resolve(SAMPLES, `${name}.mmd`), 'utf8');
    const answer = await askSandbox(page, 'mermaid', text);
    expect(answer.kind, name).toBe('elements');
    const elements = sceneOf(answer);
    const found = elements.map(({ type }) => type as string);
    expect(found, name).toEqual(expect.arrayContaining(types));
    const words = elements.flatMap((element) => (element.type === 'text' ? [element.text] : []));
    expect(words, name).toEqual(expect.arrayContaining(says));
    const ids = new Set(elements.map(({ id }) => id));
    const arrows = elements.filter(
      (element) =>
        element.type === 'arrow' &&
        ids.has(element.startBinding?.elementId ?? '') &&
        ids.has(element.endBinding?.elementId ?? ''),
    );
    expect(arrows.length, name).toBeGreaterThanOrEqual(bound);
  }
});

test('other kinds become a picture, and a mistake is named', async ({ extension }) => {
  const page = await extension.open('settings.html');
  for (const [text, word] of [
    ['pie title Votes\n "Yes": 3\n "No": 1', 'Votes'],
    ['gitGraph\n commit id: "first"\n branch aside\n commit', 'first'],
    ['mindmap\n root((Seal))\n  Ink', 'Seal'],
  ] as const) {
    const picture = await askSandbox(page, 'mermaid', text);
    expect(picture.kind, JSON.stringify(picture)).toBe('picture');
    expect(picture.svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(picture.svg).toContain(word);
  }
  const wrong = await askSandbox(page, 'mermaid', 'flowchart TD\n a --> b\n b -->> }{\n c --> d');
  expect(wrong.kind).toBe('failure');
  expect(wrong.detail).toContain('line 3');
  const nothing = await askSandbox(page, 'mermaid', 'Dear all, see you at nine.');
  expect(nothing.kind).toBe('failure');
});

test('the code for diagrams is loaded when used, and asks nothing of any server', async ({
  extension,
  site,
}) => {
  const page = await extension.open('settings.html');
  const requests: string[] = [];
  // Requests that were made: those that the policy stops never finish.
  extension.context.on('requestfinished', (request) => requests.push(request.url()));
  const picture = await askSandbox(page, 'svg', '<svg width="9" height="9"/>');
  expect(picture.kind).toBe('picture');
  expect(requests.filter((url) => /mermaid/.test(url))).toEqual([]);

  const away = site.put('/seen.png', 'x', 'image/png');
  for (const text of [
    `flowchart TD\n a["<img src='${away}' onerror='alert(1)'>"] --> b\n click a href "${away}"`,
    `%%{init: {"securityLevel": "loose", "themeCSS": "@import url(${away});"}}%%\npie\n "a": 1`,
    `---\nconfig:\n  fontFamily: "x; background: url(${away})"\n---\npie\n "a": 1`,
    `flowchart TD\n a["<script>fetch('${away}')</script>"]`,
    `flowchart TD\n a@{ img: "${away}", label: "A" }`,
    `sequenceDiagram\n participant A\n links A: {"x": "javascript:fetch('${away}')"}\n A->>A: hi`,
  ]) {
    const answer = await askSandbox(page, 'mermaid', text);
    if (answer.kind === 'picture') expect(answer.svg).not.toContain(away);
  }
  expect(requests.some((url) => /mermaid/.test(url))).toBe(true);
  expect(requests.filter((url) => !url.startsWith(extension.url('')))).toEqual([]);
  expect(site.asked).toEqual([]);
});

test('the page without rights can do nothing but answer', async ({ extension, site }) => {
  const page = await extension.open('settings.html');
  await askSandbox(page, 'svg', '<svg/>');
  const sandbox = page.frames().find((frame) => frame.url().endsWith('/diagrams.html'));
  const away = site.put('/x', 'x');
  const could = await sandbox?.evaluate(async (url) => {
    const tried = async (act: () => unknown) => {
      try {
        await act();
        return true;
      } catch {
        return false;
      }
    };
    navigator.sendBeacon(`${url}?beacon`);
    const picture = new Image();
    picture.src = `${url}?picture`;
    return {
      origin: self.origin,
      rights: 'chrome' in self && 'storage' in (self.chrome as object),
      fetches: await tried(() => fetch(url)),
      shows: await tried(() => picture.decode()),
      stores: await tried(() => localStorage.length),
      reaches: await tried(() => parent.document.title),
      opens: await tried(() => window.open(url) ?? Promise.reject()),
    };
  }, away);
  expect(could).toEqual({
    origin: 'null',
    rights: false,
    fetches: false,
    shows: false,
    stores: false,
    reaches: false,
    opens: false,
  });
  expect(site.asked).toEqual([]);
});

test('an SVG comes back with nothing in it that runs or loads', async ({ extension, site }) => {
  const page = await extension.open('settings.html');
  const away = site.put('/x.png', 'x');
  const hostile = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="alert(1)">
      <style>@import url(${away}); .a { fill: url(${away}); } .b { fill: url(#g) }</style>
      <script>fetch('${away}')</script><image href="${away}"/><use xlink:href="${away}#a"/>
      <a href="javascript:alert(1)"><text class="b">Kept</text></a>
      <foreignObject><iframe src="${away}"></iframe></foreignObject>
      <rect id="r" width="4" height="4" style="fill: url(${away})" onclick="alert(1)"/><use href="#r"/>
      <linearGradient id="g"/></svg>`;
  const { svg = '', removed } = await askSandbox(page, 'svg', hostile);
  expect(svg).toContain('Kept');
  expect(svg).toContain('viewBox="0 0 9 9"');
  expect(svg).toContain('url(#g)');
  expect(svg).toMatch(/<use (xlink:)?href="#r"/);
  expect(svg).not.toMatch(/script|onload|onclick|foreignObject|iframe|javascript|@import/i);
  expect(svg).not.toContain(away);
  expect(removed).toBeGreaterThanOrEqual(8);
  expect((await askSandbox(page, 'svg', 'no picture')).kind).toBe('failure');
  expect(site.asked).toEqual([]);
});

test('what is written as Mermaid, Mermaid reads as the same', async ({ extension }) => {
  const page = await extension.open('settings.html');
  const hard = 'a "b" #1 & <c>\n%%{init: {}}%% `d` $$e$$ *f* _g_ |h| (i) [j] {k} end';
  const label = (containerId: string, text: string) => makeElement('text', { containerId, text });
  const shape = { width: 90, height: 40 };
  const link = (id: string, from: string, to: string) =>
    makeElement('arrow', {
      id,
      points: [
        [0, 0],
        [0, 50],
      ],
      startBinding: { elementId: from, focus: 0, gap: 0 },
      endBinding: { elementId: to, focus: 0, gap: 0 },
    });
  const { text } = writeMermaid({
    ...EMPTY_SCENE,
    elements: [
      makeElement('frame', { id: 'f', name: 'Inside: "f"' }),
      makeElement('rectangle', { ...shape, id: 'a', backgroundColor: '#ffec99' }),
      label('a', hard),
      makeElement('diamond', { ...shape, id: 'b', frameId: 'f' }),
      label('b', 'Known?'),
      makeElement('ellipse', { ...shape, id: 'c', frameId: 'f' }),
      label('c', 'end'),
      makeElement('text', { id: 'd', text: 'A note' }),
      link('ab', 'a', 'b'),
      label('ab', 'say "yes" | no'),
      link('bc', 'b', 'c'),
    ],
  });
  const answer = await askSandbox(page, 'mermaid', text);
  expect(answer.kind, text + answer.detail).toBe('elements');
  const elements = sceneOf(answer);
  // Long labels come back wrapped.
  const inOneLine = (text: string) => text.replace(/\s+/g, ' ');
  const words = elements.flatMap((element) =>
    element.type === 'text' ? [inOneLine(element.text)] : [],
  );
  expect(words.toSorted()).toEqual(
    [inOneLine(hard), 'Known?', 'end', 'A note', 'say "yes" | no', 'Inside: "f"'].toSorted(),
  );
  const labelOf = (id?: string) =>
    elements.find((one) => one.type === 'text' && one.containerId === id);
  const links = elements.flatMap((one) =>
    one.type === 'arrow'
      ? [[labelOf(one.startBinding?.elementId), labelOf(one.endBinding?.elementId)]]
      : [],
  );
  expect(
    links.map((ends) => ends.map((end) => end?.type === 'text' && inOneLine(end.text))),
  ).toEqual([
    [inOneLine(hard), 'Known?'],
    ['Known?', 'end'],
  ]);
  const types = elements.map(({ type }) => type);
  expect(types.filter((type) => type === 'diamond')).toHaveLength(1);
});

test('a person writes Mermaid, mends a mistake, and has a diagram to edit', async ({
  extension,
}) => {
  const page = await extension.open('editor.html#mermaid');
  const dialog = page.getByRole('dialog', { name: 'Turn Mermaid into a diagram' });
  await expect(dialog).toBeVisible();
  await takeScreenshots(page, 'mermaid-dialog');
  const text = dialog.getByLabel('Text of the diagram');
  await text.fill('flowchart TD\n a --> }{');
  await dialog.getByRole('button', { name: 'Draw it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('line 2');
  await expectAccessible(page);
  await text.fill('flowchart TD\n a["Ärger"] -->|"so"| b{"Oder?"}');
  await dialog.getByRole('button', { name: 'Draw it' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => countElements(page)).toBeGreaterThanOrEqual(3);
  await expect(page.getByText('Ärger').first()).toBeVisible();
  await takeScreenshots(page, 'mermaid-drawn');

  const other = await openEditor(extension);
  await other.getByRole('button', { name: 'Draw from Mermaid' }).click();
  await expect(other.getByRole('dialog')).toBeVisible();
});

test('a part that can’t be loaded is said to be, and loads once it can', async ({ extension }) => {
  const page = await openEditor(extension);
  const network = await extension.context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setBlockedURLs', { urls: ['*/mermaid-dialog*'] });
  await page.getByRole('button', { name: 'Draw from Mermaid' }).click();
  await expect(page.getByText('A part of Inkseal could not be loaded')).toBeVisible();

  await network.send('Network.setBlockedURLs', { urls: [] });
  await page.reload();
  await page.getByRole('button', { name: 'Draw from Mermaid' }).click();
  await expect(page.getByRole('dialog', { name: 'Turn Mermaid into a diagram' })).toBeVisible();
});
