import fc from 'fast-check';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import type { SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../../model/scene.ts';
import { repairLinks } from '../../operations/repair-links.ts';
import { readExcalidraw } from './read-excalidraw.ts';
import { writeExcalidraw } from './write-excalidraw.ts';

/** JSON knows no -0. */
const double = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const number = double(-10_000, 10_000);
const size = double(0, 10_000);
const color = fc.constantFrom('#1e1e1e', '#ff000080', 'transparent');
const id = fc.constantFrom('a', 'b', 'c', 'd');
const point = fc.tuple(number, number);
const points = fc.array(point, { minLength: 1, maxLength: 4 }).map((rest) => [[0, 0], ...rest]);
const head = fc.constantFrom('arrow', 'triangle', 'dot', 'bar', 'diamond', null);
const binding = fc.option(fc.record({ elementId: id, focus: double(-1, 1), gap: size }));

const common = fc.record({
  id: fc.uuid(),
  x: number,
  y: number,
  width: size,
  height: size,
  angle: double(0, 7),
  strokeColor: color,
  backgroundColor: color,
  fillStyle: fc.constantFrom('solid', 'hachure', 'cross-hatch', 'zigzag'),
  strokeWidth: fc.constantFrom(0.5, 1, 2, 4),
  strokeStyle: fc.constantFrom('solid', 'dashed', 'dotted'),
  opacity: fc.integer({ min: 0, max: 100 }),
  groupIds: fc.uniqueArray(id),
  frameId: fc.option(id),
  rounded: fc.boolean(),
  boundElements: fc.array(fc.record({ id, type: fc.constantFrom('arrow', 'text') })),
  locked: fc.boolean(),
  link: fc.option(fc.webUrl()),
});

const cover = { backgroundColor: '#e03131', fillStyle: 'solid', strokeStyle: 'solid' } as const;
const kinds = fc.oneof(
  fc.record({ type: fc.constantFrom('rectangle', 'ellipse', 'diamond', 'highlight') }),
  fc.record({ type: fc.constant('frame'), name: fc.option(fc.string()) }),
  fc.record({ type: fc.constant('line'), points, startArrowhead: head, endArrowhead: head }),
  fc.record({
    type: fc.constant('arrow'),
    points,
    startArrowhead: head,
    endArrowhead: head,
    startBinding: binding,
    endBinding: binding,
  }),
  fc.record({
    type: fc.constant('freedraw'),
    points,
    pressures: fc.array(double(0, 1)),
  }),
  fc.record({
    type: fc.constant('text'),
    text: fc.string({ unit: 'grapheme' }),
    fontSize: fc.integer({ min: 1, max: 99 }),
    fontFamily: fc.constantFrom('sans', 'hand', 'mono'),
    textAlign: fc.constantFrom('left', 'center', 'right'),
    verticalAlign: fc.constantFrom('top', 'middle', 'bottom'),
    containerId: fc.option(id),
    autoResize: fc.boolean(),
    lineHeight: fc.constantFrom(1, 1.25),
  }),
  fc.record({
    type: fc.constant('step'),
    number: fc.nat(99),
    restartAt: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  fc.record({
    type: fc.constant('redaction'),
    style: fc.constantFrom('solid', 'pixelate'),
    ...{ opacity: fc.constant(100), rounded: fc.constant(false) },
    ...Object.fromEntries(Object.entries(cover).map(([key, value]) => [key, fc.constant(value)])),
  }),
  fc.record({
    type: fc.constant('image'),
    fileId: fc.constant('f'),
    crop: fc.option(fc.record({ x: size, y: size, width: fc.constant(3), height: fc.constant(4) })),
    scale: fc.tuple(fc.constantFrom(1, -1), fc.constantFrom(1, -1)),
  }),
);

const element = fc.tuple(common, kinds).map(([fields, kind]) => {
  const given = { ...fields, ...kind } as unknown as SceneElement;
  return makeElement(given.type, given);
});

const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 8, height: 8 })));

const scene: fc.Arbitrary<Scene> = fc.record({
  version: fc.constant(EMPTY_SCENE.version),
  elements: fc.uniqueArray(element, { selector: ({ id }) => id, maxLength: 8 }),
  files: fc.constant({ f: { mimeType: 'image/png' as const, bytes, width: 8, height: 8 } }),
  attachments: fc.constant([]),
  backgroundColor: color,
  crop: fc.constant(null),
  gridSize: fc.option(fc.integer({ min: 1, max: 100 })),
});

it('any scene goes out to Excalidraw and comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async (any) => {
      const before = repairLinks(any);
      const result = await readExcalidraw(writeExcalidraw(before).text);
      if (!result.ok) throw new Error(result.code);
      const elements = result.scene.elements.map(({ foreign: _, ...own }) => own);
      expect({ ...result.scene, elements }).toEqual(before);
    }),
    { numRuns: 300 },
  );
});
