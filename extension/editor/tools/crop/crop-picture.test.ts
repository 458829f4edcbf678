import { expect, test } from 'vitest';
import type { ImageElement } from '../../../../shared/scene/model/element.ts';
import { makeElement } from '../../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../../shared/scene/model/scene.ts';
import { wholePicture } from '../../../../shared/scene/operations/crop.ts';
import { placeOfPixels } from '../../../../shared/scene/redaction/picture-pixels.ts';
import { drag, runTool, situationOf } from '../testing/run-tool.ts';
import { cropTool } from './crop-tool.ts';

const file = { mimeType: 'image/png', bytes: new Uint8Array(1), width: 400, height: 200 } as const;
/** Two pixels to a unit. */
const image = makeElement('image', {
  id: 'i',
  fileId: 'f',
  x: 100,
  y: 100,
  width: 200,
  height: 100,
});
const HANDLE = { se: [300, 200], e: [300, 150] } as const;

function crop(points: readonly (readonly [number, number])[], change: Partial<ImageElement> = {}) {
  const scene = { ...EMPTY_SCENE, elements: [{ ...image, ...change }], files: { f: file } };
  const run = runTool(cropTool, drag(points), situationOf(scene, { selection: new Set(['i']) }));
  return run.scene?.elements[0] as ImageElement | undefined;
}

test('a handle of the picture that is selected crops it; what is shown stays in place', () => {
  const cropped = crop([HANDLE.se, [250, 180]]);
  expect(cropped).toMatchObject({ x: 100, y: 100, width: 150, height: 80 });
  expect(cropped?.crop).toEqual({ x: 0, y: 0, width: 300, height: 160 });
});

test('it can be drawn out again, but not beyond the picture; then nothing is cropped', () => {
  const half = { width: 100, crop: { x: 0, y: 0, width: 200, height: 200 } };
  const whole = crop(
    [
      [200, 150],
      [900, 150],
    ],
    half,
  );
  expect(whole).toMatchObject({ x: 100, width: 200, height: 100, crop: null });
});

test('a drag within moves what is shown, up to the edges of the picture', () => {
  const half = { width: 100, crop: { x: 0, y: 0, width: 200, height: 200 } };
  expect(
    crop(
      [
        [150, 150],
        [180, 150],
      ],
      half,
    ),
  ).toMatchObject({
    x: 130,
    crop: { x: 60, y: 0, width: 200, height: 200 },
  });
  expect(
    crop(
      [
        [150, 150],
        [90, 150],
      ],
      half,
    ),
  ).toMatchObject({ x: 100, crop: half.crop });
});

test.each([
  ['flipped', { scale: [-1, 1] as const }],
  ['turned', { angle: Math.PI / 6 }],
  ['turned and flipped', { angle: 2, scale: [-1, -1] as const }],
])('%s, what was seen of it is where it was', (_, change) => {
  const before = { ...image, ...change };
  const [mx, my] = [200, 150];
  const [cos, sin] = [Math.cos(before.angle), Math.sin(before.angle)];
  const turned = (dx: number, dy: number) =>
    [mx + dx * cos - dy * sin, my + dx * sin + dy * cos] as const;
  const after = crop([turned(100, 0), turned(40, 0)], change);
  expect(after?.width).toBeCloseTo(140, 6);
  const pixel = { x: after?.crop?.x ?? 0, y: 20, width: 10, height: 10 };
  const [was, is] = [before, after ?? before].map((it) => placeOfPixels(pixel, it, file));
  expect(is?.x).toBeCloseTo(was?.x ?? 0, 6);
  expect(is?.y).toBeCloseTo(was?.y ?? 0, 6);
  const whole = wholePicture(after ?? before, file);
  expect([whole.width, whole.height]).toEqual([expect.closeTo(200, 6), expect.closeTo(100, 6)]);
});

test('a locked picture is left alone: then it is the scene that is cropped', () => {
  expect(
    crop(
      [
        [120, 120],
        [150, 150],
        [180, 180],
      ],
      { locked: true },
    ),
  ).toMatchObject({ crop: null });
});
