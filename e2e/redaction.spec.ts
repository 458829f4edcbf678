import { PNG } from 'pngjs';
import { writeInkseal } from '../shared/scene/formats/inkseal/write-inkseal.ts';
import { makeElement } from '../shared/scene/model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../shared/scene/model/scene.ts';
import { expect, test } from './fixtures.ts';
import { copyElements, exportScene, openExports, shareScene } from './support/export-steps.ts';
import { findLeaks } from './support/find-leaks.ts';
import { HIDDEN, makeCroppedScene, makeSecretScene, SEEN_TEXTS } from './support/secret-scene.ts';

/* The redaction promise (docs/redaction.md), on every kind of file that leaves the editor. */

test.use({ baseURL: undefined });
test.beforeEach(async ({ page, site }) => openExports(page, site));

test('the search finds what is hidden where nothing was done', async () => {
  const bytes = Buffer.from(writeInkseal(makeSecretScene()));
  const { leaks } = await findLeaks('scene.inkseal', bytes, HIDDEN);
  expect(leaks).toContain('scene.inkseal: text');
  expect(leaks.some((leak) => leak.endsWith('pixels'))).toBe(true);
});

test('no exported file holds a pixel or a word of what is hidden', async ({ page }) => {
  test.slow();
  for (const scale of [1, 2]) {
    const files = await exportScene(page, makeSecretScene(), {
      formats: ['png', 'svg', 'pdf', 'inkseal', 'excalidraw', 'mermaid'],
      scale,
      background: scale === 1,
      opensInExcalidraw: scale === 1,
    });
    expect(files.map(({ name }) => name)).toEqual([
      'made.png',
      'made.svg',
      'made.pdf',
      'made.inkseal',
      'made.excalidraw',
      'made.mmd',
      'all.zip',
    ]);
    for (const { name, bytes } of files) {
      const { leaks, pictures, text } = await findLeaks(name, bytes, HIDDEN);
      expect(leaks).toEqual([]);
      if (name !== 'made.mmd') expect(pictures, name).toBeGreaterThan(1);
      for (const seen of SEEN_TEXTS) expect(text, name).toContain(seen);
    }
  }
});

test('nor does one hold what the crop of the scene cuts away', async ({ page }) => {
  test.slow();
  const files = await exportScene(page, makeCroppedScene(), {
    formats: ['png', 'svg', 'pdf', 'inkseal', 'excalidraw', 'mermaid'],
    scale: 2,
  });
  for (const { name, bytes } of files) {
    const { leaks, text } = await findLeaks(name, bytes, HIDDEN);
    expect(leaks).toEqual([]);
    for (const seen of SEEN_TEXTS) expect(text, name).toContain(seen);
  }
});

test('a share holds neither, and its picture holds no scene', async ({ page }) => {
  const [picture, source] = await shareScene(page, makeSecretScene());
  if (!picture || !source) throw new Error('Something is missing');
  const found = await findLeaks(picture.name, picture.bytes, HIDDEN);
  expect(found.leaks).toEqual([]);
  expect(found.pictures).toBe(1);
  expect((await findLeaks(source.name, source.bytes, HIDDEN)).leaks).toEqual([]);
  expect(picture.name).toMatch(/^diagram-[\d-]+\.png$/);
});

test('of what is copied, covers that are not copied are no part, whatever they are named', async ({
  page,
}) => {
  const scene = makeSecretScene();
  const pictures = scene.elements.filter(({ type }) => type === 'image').map(({ id }) => id);
  const [copied] = await copyElements(page, scene, pictures);
  const { elements } = JSON.parse(copied?.bytes.toString() ?? '');
  const types = (elements as { type: string }[]).map(({ type }) => type);
  expect(types).toEqual(pictures.map(() => 'image'));
  const { leaks } = await findLeaks('copied.json', copied?.bytes ?? Buffer.alloc(0), HIDDEN);
  expect(leaks).toEqual([]);
});

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

/** A capture of one letter, drawn large under a pixelating redaction. */
function letterScene(picture: Buffer): Scene {
  const bytes = new Uint8Array(picture);
  return {
    ...EMPTY_SCENE,
    elements: [
      makeElement('image', { id: 'picture', fileId: 'file', width: 120, height: 80 }),
      makeElement('redaction', {
        id: 'cover',
        x: 20,
        y: 10,
        width: 80,
        height: 60,
        style: 'pixelate',
      }),
    ],
    files: { file: { mimeType: 'image/png', bytes, width: 120, height: 80 } },
  };
}

test('of pixelated letters nobody can tell which they were, not even by trying all', async ({
  page,
  browser,
}) => {
  test.slow();
  const drawing = await browser.newPage({ viewport: { width: 120, height: 80 } });
  const exported = new Set<string>();
  const drawn = new Set<string>();
  for (const letter of ALPHABET) {
    await drawing.setContent(
      `<body style="margin:0;background:linear-gradient(90deg,#fff,#8cf)"><p style="position:absolute;inset:12px 22px;margin:0;font:50px/56px sans-serif;overflow:hidden">${letter}</p>`,
    );
    const picture = await drawing.screenshot();
    drawn.add(PNG.sync.read(picture).data.toString('base64'));
    const [file] = await exportScene(page, letterScene(picture), { formats: ['png'], scale: 2 });
    exported.add(PNG.sync.read(file?.bytes ?? Buffer.alloc(0)).data.toString('base64'));
  }
  expect(drawn.size).toBe(ALPHABET.length);
  expect(exported.size).toBe(1);
});
