import { expect, test } from 'vitest';
import { isCaptureRequest, isPageMessage, isStandingRequest } from './messages.ts';
import { isWalkMessage } from './walk/messages.ts';

const rect = { left: 0, top: 0, width: 10, height: 10 };
const viewport = { width: 800, height: 600, scale: 2 };
const suggestions = [{ kind: 'email', box: { x: 1, y: 2, width: 3, height: 4 } }];
const screen = {
  type: 'screen',
  origin: { left: 0, top: -600 },
  pieces: [rect],
  covered: { width: 800, height: 1200 },
};

test('what the popup and the page’s scripts say is understood', () => {
  expect(isCaptureRequest({ type: 'capture-region', tabId: 7 })).toBe(true);
  expect(isCaptureRequest({ type: 'capture-full-page', tabId: 7 })).toBe(true);
  expect(isCaptureRequest({ type: 'capture-visible', tabId: 7, delay: 5 })).toBe(true);
  expect(isStandingRequest({ type: 'stop-capture' })).toBe(true);
  expect(isPageMessage({ type: 'region-taken', rect, viewport, suggestions })).toBe(true);
  expect(isPageMessage({ type: 'choice-cancelled' })).toBe(true);
  expect(isWalkMessage({ type: 'plan', size: { width: 800, height: 6000 }, viewport })).toBe(true);
  expect(isWalkMessage(screen)).toBe(true);
  expect(isWalkMessage({ type: 'end', ended: 'whole', suggestions })).toBe(true);
});

test.each([
  undefined,
  null,
  'capture-region',
  {},
  { type: 'capture-region' },
  { type: 'capture-region', tabId: '7' },
  { type: 'capture-everything', tabId: 7 },
  { type: 'capture-visible', tabId: 7, delay: 4 },
  { type: 'region-taken' },
  { type: 'region-taken', rect, viewport },
  { type: 'region-taken', rect, viewport: { width: Number.NaN, height: 1 }, suggestions },
  { type: 'region-taken', rect, viewport: { width: 800, height: 600 }, suggestions },
  { type: 'region-taken', rect: { ...rect, left: '0' }, viewport, suggestions },
  {
    type: 'region-taken',
    rect: { ...rect, width: Number.POSITIVE_INFINITY },
    viewport,
    suggestions,
  },
  {
    type: 'region-taken',
    rect,
    viewport,
    suggestions: [{ kind: 'name', box: suggestions[0]?.box }],
  },
  { type: 'region-taken', rect, viewport, suggestions: [{ kind: 'email', box: { x: 1 } }] },
  { type: 'region-taken', rect, viewport, suggestions: 'many' },
  { type: 'plan', size: { width: -1, height: 6000 }, viewport },
  { type: 'plan', size: { width: 1e9, height: 6000 }, viewport },
  { type: 'plan', size: { width: 800, height: 6000 } },
  { ...screen, pieces: [{}] },
  { ...screen, pieces: Array.from({ length: 1000 }, () => rect) },
  { ...screen, covered: { width: 800 } },
  { ...screen, origin: { left: 0 } },
  { type: 'end', ended: 'well', suggestions },
  { type: 'end', ended: 'whole', suggestions: [{}] },
])('anything else is not: %j', (message) => {
  expect(isCaptureRequest(message)).toBe(false);
  expect(isStandingRequest(message)).toBe(false);
  expect(isPageMessage(message)).toBe(false);
  expect(isWalkMessage(message)).toBe(false);
});
