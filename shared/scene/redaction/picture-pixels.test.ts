import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeElement } from '../model/make-element.ts';
import { isInside } from './convex.ts';
import { coverOf } from './cover.ts';
import { hiddenRuns, placeOfPixels, seenPixels, toPixels } from './picture-pixels.ts';

const PICTURE = { width: 20, height: 10 };
const image = makeElement('image', { x: 100, y: 50, width: 40, height: 20 });

function hidden(x: number, y: number, width: number, height: number, angle = 0): string {
  const redaction = makeElement('redaction', { x, y, width, height, angle });
  const runs = hiddenRuns(toPixels(coverOf(redaction).area, image, PICTURE), 'redaction', PICTURE);
  return runs.map(({ y, from, to }) => `${y}:${from}-${to}`).join(' ');
}

test('a redaction hides all pixels that it touches', () => {
  expect(hidden(102, 52, 4, 4)).toBe('1:1-3 2:1-3');
  expect(hidden(103, 53, 2, 2)).toBe('1:1-3 2:1-3');
  expect(hidden(90, 40, 20, 14)).toBe('0:0-5 1:0-5');
  expect(hidden(0, 0, 10, 10)).toBe('');
});

test('a turned redaction hides every pixel that has a point under it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 90, max: 130 }),
      fc.integer({ min: 40, max: 70 }),
      fc.double({ min: 0, max: 6.3, noNaN: true }),
      fc.double({ min: 0, max: 6.3, noNaN: true }),
      fc.constantFrom<-1 | 1>(-1, 1),
      (x, y, turn, ownTurn, flip) => {
        const turned = { ...image, angle: ownTurn, scale: [flip, 1] as const };
        const redaction = makeElement('redaction', { x, y, width: 17, height: 9, angle: turn });
        const area = toPixels(coverOf(redaction).area, turned, PICTURE);
        const rows = new Map(
          hiddenRuns(area, 'redaction', PICTURE).map(({ y, from, to }) => [y, { from, to }]),
        );
        for (let py = 0.05; py < PICTURE.height; py += 0.1) {
          for (let px = 0.05; px < PICTURE.width; px += 0.1) {
            if (!isInside(area, [px, py])) continue;
            const row = rows.get(Math.floor(py));
            expect(row && row.from <= px && px < row.to).toBe(true);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('a crop takes only pixels of which nothing is seen', () => {
  const area = toPixels(
    [
      [0, 0],
      [103, 0],
      [103, 100],
      [0, 100],
    ],
    image,
    PICTURE,
  );
  expect(hiddenRuns(area, 'crop', PICTURE)[0]).toEqual({ y: 0, from: 0, to: 1 });
});

test('what is seen keeps its place', () => {
  const crop = { x: 110, y: 50, width: 10, height: 10 };
  const seen = seenPixels(image, PICTURE, crop);
  expect(seen).toEqual({ x: 5, y: 0, width: 5, height: 5 });
  expect(placeOfPixels({ x: 5, y: 0, width: 5, height: 5 }, image, PICTURE)).toEqual(crop);
  const mirrored = { ...image, scale: [-1, 1] as const };
  const part = seenPixels(mirrored, PICTURE, crop);
  expect(part).toEqual({ x: 10, y: 0, width: 5, height: 5 });
  expect(part && placeOfPixels(part, mirrored, PICTURE)).toEqual(crop);
  expect(seenPixels(image, PICTURE, { x: 0, y: 0, width: 10, height: 10 })).toBeUndefined();
});
