import { expect, test } from 'vitest';
import { nextRegion, type RegionEvent, type RegionState } from './select-region.ts';

const viewport = { width: 800, height: 600 };
const run = (...events: RegionEvent[]): RegionState =>
  events.reduce<RegionState>((state, event) => nextRegion(state, event, viewport), {});

const draw: RegionEvent[] = [
  { type: 'press', grip: 'outside', at: { x: 100, y: 100 } },
  { type: 'drag', at: { x: 150, y: 130 } },
  { type: 'drag', at: { x: 200, y: 180 } },
  { type: 'release' },
];
const drawn = { left: 100, top: 100, width: 100, height: 80 };

test('a drag draws a region', () => {
  expect(run(...draw)).toEqual({ rect: drawn });
});

test('the pointer moves nothing while it is not pressed', () => {
  expect(run({ type: 'drag', at: { x: 5, y: 5 } })).toEqual({});
  expect(run(...draw, { type: 'drag', at: { x: 5, y: 5 } })).toEqual({ rect: drawn });
});

test('a click beside the region keeps it, and a click with none selects nothing', () => {
  const click: RegionEvent[] = [
    { type: 'press', grip: 'outside', at: { x: 400, y: 400 } },
    { type: 'drag', at: { x: 401, y: 401 } },
    { type: 'release' },
  ];
  expect(run(...click)).toEqual({});
  expect(run(...draw, ...click)).toEqual({ rect: drawn });
});

test('a drag inside moves it, and one at a handle resizes it', () => {
  const move: RegionEvent = { type: 'press', grip: 'inside', at: { x: 150, y: 150 } };
  const by: RegionEvent = { type: 'drag', at: { x: 160, y: 130 } };
  expect(run(...draw, move, by).rect).toEqual({ ...drawn, left: 110, top: 80 });
  const corner: RegionEvent = { type: 'press', grip: 'nw', at: { x: 150, y: 150 } };
  const resized = { left: 110, top: 80, width: 90, height: 100 };
  expect(run(...draw, corner, by).rect).toEqual(resized);
});

test('arrows begin in the middle, then move, and resize down to one pixel', () => {
  const right: RegionEvent = { type: 'arrow', by: { x: 1, y: 0 }, resize: false };
  expect(run(right).rect).toEqual({ left: 200, top: 150, width: 400, height: 300 });
  expect(run(right, right).rect?.left).toBe(201);
  const narrow: RegionEvent = { type: 'arrow', by: { x: -500, y: 0 }, resize: true };
  expect(run(right, narrow).rect?.width).toBe(1);
  const widen: RegionEvent = { type: 'arrow', by: { x: 5000, y: 0 }, resize: true };
  expect(run(right, widen).rect?.width).toBe(600);
});

test('taking ends with the region, or with all that is visible; giving up ends with none', () => {
  expect(run(...draw, { type: 'take' })).toEqual({ rect: drawn, ended: 'taken' });
  const all = { left: 0, top: 0, ...viewport };
  expect(run({ type: 'take' })).toEqual({ rect: all, ended: 'taken' });
  expect(run(...draw, { type: 'cancel' })).toEqual({ ended: 'cancelled' });
});
