import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { utf8 } from '../../crypto/bytes.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { writeInkseal } from './inkseal/write-inkseal.ts';
import { readDiagram } from './read-diagram.ts';

const measure = (text: string) => text.length * 10;

function sample(path: string): Uint8Array {
  return readFileSync(new URL(`../../../e2e/fixtures/diagrams/${path}`, import.meta.url));
}

test.each([
  ['excalidraw/whiteboard.excalidraw', 'Written by hand', undefined],
  ['excalidraw/whiteboard.png', 'Written by hand', undefined],
  ['excalidraw/whiteboard.svg', 'Written by hand', undefined],
  ['drawio/login.drawio', 'Login form', 'diagram.drawio'],
  ['drawio/login-compressed.drawio', 'Login form', 'diagram.drawio'],
  ['drawio/login.png', 'Login form', 'diagram.drawio'],
  ['drawio/login.svg', 'Login form', 'diagram.drawio'],
  ['plantuml/sequence.svg', 'claim', 'diagram.puml'],
  ['plantuml/sequence.png', undefined, 'diagram.puml'],
  ['graphviz/services.svg', 'Worker', 'diagram.svg'],
  ['mermaid/flowchart.svg', 'Login form', 'diagram.svg'],
  ['mermaid/sequence.svg', 'Ciphertext', 'diagram.svg'],
])('%s is known by what it holds', async (path, word, attachment) => {
  const result = await readDiagram(sample(path), measure);
  if (!result?.ok) throw new Error(result?.message);
  const { elements, attachments } = result.scene;
  const words = elements.map((element) => (element.type === 'text' ? element.text : element.type));
  expect(words).toContain(word ?? 'image');
  expect(attachments[0]?.name).toBe(attachment);
});

test('a file of our own comes back', async () => {
  expect(await readDiagram(writeInkseal(EMPTY_SCENE), measure)).toMatchObject({ ok: true });
});

test.each([
  ['a plain SVG', sample('inkscape/drawing.svg')],
  ['words', utf8('graph LR')],
  ['other JSON', utf8('{"type":"else"}')],
  ['nothing', utf8('')],
  ['bytes', Uint8Array.of(0xff, 0xd8, 0xff, 0)],
])('%s: no diagram', async (_, bytes) => {
  expect(await readDiagram(bytes, measure)).toBeUndefined();
});

test('a broken file of a known format says so', async () => {
  const cut = sample('drawio/login.drawio').subarray(0, 500);
  expect(await readDiagram(cut, measure)).toMatchObject({ ok: false, code: 'broken' });
  expect(await readDiagram(utf8('{"type":"excalidraw","elements":1'), measure)).toMatchObject({
    ok: false,
    code: 'broken',
  });
});
