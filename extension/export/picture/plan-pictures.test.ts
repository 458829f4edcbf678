import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_CANVAS_PIXELS, MAX_CANVAS_SIDE_PX } from './canvas-limits.ts';
import { planPictures } from './plan-pictures.ts';

const side = fc.double({ min: 10, max: 60_000, noNaN: true });

test('every picture fits a canvas, and together they show all', () => {
  fc.assert(
    fc.property(
      side,
      side,
      fc.constantFrom(1, 2, 3),
      fc.constantFrom('shrink' as const, 'split' as const),
      (width, height, scale, oversize) => {
        const box = { x: -7, y: 3, width, height };
        const pictures = planPictures(box, scale, oversize);
        for (const { box: part, scale: own } of pictures) {
          const [across, down] = [Math.ceil(part.width * own), Math.ceil(part.height * own)];
          expect(Math.max(across, down)).toBeLessThanOrEqual(MAX_CANVAS_SIDE_PX);
          expect(across * down).toBeLessThanOrEqual(MAX_CANVAS_PIXELS * 1.001);
          if (oversize === 'split') expect(own).toBe(scale);
        }
        const area = pictures.reduce((sum, { box: part }) => sum + part.width * part.height, 0);
        expect(area / (width * height)).toBeCloseTo(1, 6);
      },
    ),
  );
});

test('what fits stays one', () => {
  const box = { x: 0, y: 0, width: 800, height: 600 };
  expect(planPictures(box, 2, 'split')).toEqual([{ box, scale: 2 }]);
});
