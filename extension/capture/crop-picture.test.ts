import { expect, test } from 'vitest';
import { pictureScale } from './crop-picture.ts';

test('the page’s scale holds where the picture’s width is that, rounded', () => {
  expect(pictureScale(1920, { width: 1280, height: 813, scale: 1.5 })).toBe(1.5);
  expect(pictureScale(1922, { width: 1281, height: 813, scale: 1.5 })).toBe(1.5);
});

test('a picture of another scale than the page’s has its own', () => {
  expect(pictureScale(2560, { width: 1280, height: 813, scale: 1 })).toBe(2);
});
