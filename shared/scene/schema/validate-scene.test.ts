import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { repairLinks } from '../operations/repair-links.ts';
import { arbitraryScene } from '../operations/testing/arbitrary-scene.ts';
import { boundScene } from '../operations/testing/bound-scene.ts';
import { SCENE_LIMITS } from './scene-limits.ts';
import { validateScene } from './validate-scene.ts';

const rectangle = makeElement('rectangle', { id: 'a', width: 10, height: 10 });
const line = makeElement('line', { id: 'l', points: [[0, 0]] });

function withElements(...elements: unknown[]) {
  return { ...EMPTY_SCENE, elements };
}

test('any scene of ours is one, after JSON too', () => {
  fc.assert(
    fc.property(arbitraryScene, (scene) => {
      expect(validateScene(scene)).toEqual({ ok: true, scene });
      const { files: _, ...rest } = scene;
      const again: unknown = { ...JSON.parse(JSON.stringify(rest)), files: {} };
      expect(validateScene(again).ok).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['a list', [], ''],
  ['nothing', null, ''],
  ['no elements', { ...EMPTY_SCENE, elements: undefined }, 'elements'],
  ['an unknown type', withElements({ ...rectangle, type: 'script' }), 'elements.0.type'],
  ['NaN', withElements({ ...rectangle, x: Number.NaN }), 'elements.0.x'],
  [
    'an endless size',
    withElements({ ...rectangle, width: Number.POSITIVE_INFINITY }),
    'elements.0.width',
  ],
  ['a negative size', withElements({ ...rectangle, width: -1 }), 'elements.0.width'],
  ['a place far away', withElements({ ...rectangle, y: 1e9 }), 'elements.0.y'],
  [
    'a colour that is code',
    withElements({ ...rectangle, strokeColor: 'url(#x)' }),
    'elements.0.strokeColor',
  ],
  ['a point that is none', withElements({ ...line, points: [[0]] }), 'elements.0.points.0'],
  ['an id of every object', withElements({ ...rectangle, id: 'toString' }), 'elements.0.id'],
  ['an id that occurs twice', withElements(rectangle, rectangle), 'elements.1.id'],
  [
    'a key that changes objects',
    JSON.parse('{"version":1,"elements":[{"__proto__":{"a":1}}]}'),
    'elements.0',
  ],
  [
    'such a key in a foreign field',
    withElements({ ...rectangle, foreign: { constructor: 1 } }),
    'elements.0.foreign',
  ],
  [
    'bytes that are text',
    { ...EMPTY_SCENE, attachments: [{ name: 'a', type: 'b', bytes: 'c' }] },
    'attachments.0.bytes',
  ],
])('%s is refused, and where is said', (_, value, path) => {
  const result = validateScene(value);
  expect(result).toMatchObject({ ok: false, code: 'broken-file', path });
  expect(!result.ok && result.problem.length).toBeGreaterThan(0);
});

test.each([
  ['a list', [], 'is no object'],
  ['no elements', { ...EMPTY_SCENE, elements: undefined }, 'is missing'],
  ['a word for a number', withElements({ ...rectangle, x: '1' }), 'is no number'],
  ['a negative size', withElements({ ...rectangle, width: -1 }), 'is under 0'],
  ['a place far away', withElements({ ...rectangle, y: 1e9 }), 'is over 10000000'],
  ['a font without a size', withElements(makeElement('text', { fontSize: 0 })), 'is not over 0'],
  ['an id of nothing', withElements({ ...rectangle, id: '' }), 'has under 1 characters'],
  [
    'a name without an end',
    withElements({ ...rectangle, link: 'a'.repeat(SCENE_LIMITS.nameLength + 1) }),
    'has over 2000 characters',
  ],
  [
    'too many groups',
    withElements({ ...rectangle, groupIds: Array(SCENE_LIMITS.groups + 1).fill('g') }),
    'has over 100 items',
  ],
  [
    'an unknown style',
    withElements({ ...rectangle, strokeStyle: 'wavy' }),
    'is not solid or dashed or dotted',
  ],
  ['a colour that is none', withElements({ ...rectangle, strokeColor: 'red' }), 'is no colour'],
  ['a point far away', withElements({ ...line, points: [[0, 1e9]] }), 'is no point within reach'],
  ['a step and a half', withElements(makeElement('step', { number: 1.5 })), 'is no whole number'],
  [
    'a picture on its head, twice',
    withElements({ ...makeElement('image', { fileId: 'f' }), scale: [1, -2] }),
    'is not 1 or -1, twice',
  ],
  [
    'foreign fields that are a text',
    withElements({ ...rectangle, foreign: 'seed' }),
    'is no object',
  ],
])('%s: what is wrong is said', (_, value, problem) => {
  expect(validateScene(value)).toMatchObject({ ok: false, problem });
});

test('names of pictures are ids', () => {
  const file = { mimeType: 'image/png', bytes: new Uint8Array(1), width: 1, height: 1 };
  expect(validateScene({ ...EMPTY_SCENE, files: { a: file } }).ok).toBe(true);
  expect(validateScene({ ...EMPTY_SCENE, files: { valueOf: file } })).toMatchObject({
    ok: false,
    path: 'files',
    problem: 'have a name that is no id',
  });
  expect(validateScene({ ...EMPTY_SCENE, files: { a: { ...file, width: 0.5 } } })).toMatchObject({
    ok: false,
    path: 'files.a.width',
    problem: 'is no whole number',
  });
});

test.each([
  [
    'too many elements',
    { ...EMPTY_SCENE, elements: Array(SCENE_LIMITS.elements + 1).fill(rectangle) },
  ],
  [
    'too many points',
    withElements({ ...line, points: Array(SCENE_LIMITS.points + 1).fill([0, 0]) }),
  ],
  [
    'too long a text',
    withElements(makeElement('text', { text: 'a'.repeat(SCENE_LIMITS.textLength + 1) })),
  ],
  ['what is nested too deeply', withElements({ ...rectangle, foreign: { deep: nest(200) } })],
])('%s is refused', (_, value) => {
  expect(validateScene(value)).toMatchObject({ ok: false, code: 'broken-file' });
});

test('a newer version is told from a broken file', () => {
  expect(validateScene({ version: 2, whatever: true })).toMatchObject({
    code: 'newer-version',
    problem: 'is 2; this Inkseal reads up to 1',
  });
  expect(validateScene({ ...EMPTY_SCENE, version: '2' })).toMatchObject({ code: 'broken-file' });
});

test('fields that no scene has are left out, foreign ones are kept', () => {
  const result = validateScene({
    ...withElements({ ...rectangle, onclick: 'alert(1)', foreign: { seed: 4 } }),
    extra: 1,
  });
  expect(result).toEqual({
    ok: true,
    scene: { ...EMPTY_SCENE, elements: [{ ...rectangle, foreign: { seed: 4 } }] },
  });
});

test('as many elements as allowed are checked', () => {
  const elements = Array.from({ length: SCENE_LIMITS.elements }, (_, i) => ({
    ...rectangle,
    id: `e${i}`,
  }));
  expect(validateScene({ ...EMPTY_SCENE, elements }).ok).toBe(true);
});

test('links are mended on both sides, and what is well stays as it is', () => {
  const scene = boundScene();
  expect(repairLinks(scene)).toBe(scene);
  const broken = {
    ...scene,
    elements: scene.elements
      .filter(({ id }) => id !== 'b')
      .map((element) => ({ ...element, boundElements: [] })),
  };
  const mended = repairLinks(broken);
  expect(mended.elements.find(({ id }) => id === 'ab')).toMatchObject({
    startBinding: { elementId: 'a' },
    endBinding: null,
    x: 104,
  });
  expect(mended.elements.find(({ id }) => id === 'a')?.boundElements).toEqual([
    { id: 'ab', type: 'arrow' },
    { id: 'la', type: 'text' },
  ]);
});

function nest(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}
