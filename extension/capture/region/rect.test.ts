import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HANDLES, moveRect, resizeRect, spanRect, toDevicePixels } from './rect.ts';

const viewport = { width: 1000, height: 700 };
const coordinate = fc.integer({ min: -2000, max: 2000 });
const point = fc.record({ x: coordinate, y: coordinate });
const inside = fc.record({
  x: fc.integer({ min: 0, max: 1000 }),
  y: fc.integer({ min: 0, max: 700 }),
});
const rect = fc.tuple(inside, inside).map(([a, b]) => spanRect(a, b, viewport));

function expectInside({ left, top, width, height }: ReturnType<typeof spanRect>): void {
  expect(left).toBeGreaterThanOrEqual(0);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(width).toBeGreaterThanOrEqual(0);
  expect(height).toBeGreaterThanOrEqual(0);
  expect(left + width).toBeLessThanOrEqual(viewport.width);
  expect(top + height).toBeLessThanOrEqual(viewport.height);
}

test('a rectangle spans two corners in any order', () => {
  const spanned = { left: 10, top: 20, width: 30, height: 40 };
  expect(spanRect({ x: 10, y: 20 }, { x: 40, y: 60 }, viewport)).toEqual(spanned);
  expect(spanRect({ x: 40, y: 20 }, { x: 10, y: 60 }, viewport)).toEqual(spanned);
});

test('however it is drawn, moved or resized, it stays in the viewport', () => {
  fc.assert(
    fc.property(rect, point, fc.constantFrom(...HANDLES), (from, by, handle) => {
      expectInside(resizeRect(from, handle, by, viewport));
      const moved = moveRect(from, by, viewport);
      expectInside(moved);
      expect([moved.width, moved.height]).toEqual([from.width, from.height]);
    }),
  );
});

test('each handle moves its own sides, also past the opposite one', () => {
  const from = { left: 100, top: 100, width: 50, height: 50 };
  const by = { x: 80, y: 10 };
  expect(resizeRect(from, 'e', by, viewport)).toEqual({ ...from, width: 130 });
  expect(resizeRect(from, 'n', by, viewport)).toEqual({ ...from, top: 110, height: 40 });
  expect(resizeRect(from, 'w', by, viewport)).toEqual({ ...from, left: 150, width: 30 });
  expect(resizeRect(from, 'se', by, viewport)).toEqual({ ...from, width: 130, height: 60 });
});

test('neighbouring regions meet in device pixels at every scale, without gap or overlap', () => {
  const picture = { width: 10_000, height: 10_000 };
  const scales = fc.constantFrom(0.8, 1, 1.1, 1.25, 1.5, 1.875, 2, 3);
  fc.assert(
    fc.property(rect, scales, ({ left, top, width, height }, scale) => {
      const first = toDevicePixels({ left, top, width, height }, scale, picture);
      const next = toDevicePixels({ left: left + width, top, width: 10, height }, scale, picture);
      expect(first.left + first.width).toBe(next.left);
    }),
  );
});

test('device pixels end where the picture ends', () => {
  const all = { left: 0, top: 0, width: 853.3, height: 600 };
  const picture = { width: 1280, height: 900 };
  expect(toDevicePixels(all, 1.5, picture)).toEqual({ left: 0, top: 0, ...picture });
});
