import { expect, test } from 'vitest';
import { isCaptureRequest, isRegionMessage } from './messages.ts';

const rect = { left: 0, top: 0, width: 10, height: 10 };
const viewport = { width: 800, height: 600, scale: 2 };

test('what the popup and the page’s script say is understood', () => {
  expect(isCaptureRequest({ type: 'capture-region', tabId: 7 })).toBe(true);
  expect(isCaptureRequest({ type: 'capture-visible', tabId: 7 })).toBe(true);
  expect(isRegionMessage({ type: 'region-taken', rect, viewport })).toBe(true);
  expect(isRegionMessage({ type: 'region-cancelled' })).toBe(true);
});

test.each([
  undefined,
  null,
  'capture-region',
  {},
  { type: 'capture-region' },
  { type: 'capture-region', tabId: '7' },
  { type: 'capture-everything', tabId: 7 },
  { type: 'region-taken' },
  { type: 'region-taken', rect, viewport: { width: Number.NaN, height: 1 } },
  { type: 'region-taken', rect, viewport: { width: 800, height: 600 } },
  { type: 'region-taken', rect: { ...rect, left: '0' }, viewport },
  { type: 'region-taken', rect: { ...rect, width: Number.POSITIVE_INFINITY }, viewport },
])('anything else is not: %j', (message) => {
  expect(isCaptureRequest(message)).toBe(false);
  expect(isRegionMessage(message)).toBe(false);
});
