import { expect, test } from 'vitest';
import { nameBrowser } from './name-browser.ts';

const brands = (...names: string[]) => names.map((brand) => ({ brand }));

test.each([
  [brands('Not;A=Brand', 'Google Chrome', 'Chromium'), 'Windows', 'Google Chrome on Windows'],
  [brands('Chromium', 'Not A(Brand'), 'Linux', 'Chromium on Linux'],
  [brands('Microsoft Edge', 'Chromium', 'Not)A;Brand'), '', 'Microsoft Edge'],
])('names what the hints say', (brands, platform, name) => {
  expect(nameBrowser({ userAgent: '', userAgentData: { platform, brands } })).toBe(name);
});

test('a browser without hints is still named', () => {
  expect(nameBrowser({ userAgent: 'Mozilla/5.0 Gecko/20100101 Firefox/140.0' })).toBe('Firefox');
});
