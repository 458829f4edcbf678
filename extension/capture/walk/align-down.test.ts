import { expect, test } from 'vitest';
import { alignDown } from './align-down.ts';

test.each([
  [1, 813, 813],
  [2, 813, 813],
  [1.5, 813, 812],
  [1.25, 813, 812],
  [1.1, 813, 810],
  [2 / 3, 814, 813],
  [1, 812.9999, 813],
  [1, 812.5, 812],
])('at scale %d an offset of %d becomes %d', (scale, offset, aligned) => {
  expect(alignDown(offset, scale)).toBe(aligned);
});
