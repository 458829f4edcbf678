import { describe, expect, it } from 'vitest';
import { readCssColor } from './css-color.ts';

describe('a colour of CSS', () => {
  it.each([
    ['#1E1E1E', '#1e1e1e'],
    ['#f00', '#ff0000'],
    ['#f008', '#ff000088'],
    ['#ff0000ff', '#ff0000'],
    ['#ff000000', 'transparent'],
    ['RebeccaPurple', '#663399'],
    ['aliceblue', '#f0f8ff'],
    ['yellowgreen', '#9acd32'],
    ['none', 'transparent'],
    ['rgb(255, 0,0)', '#ff0000'],
    ['rgb(100% 0% 0% / 50%)', '#ff000080'],
    ['rgba(0,0,0,0)', 'transparent'],
    ['hsl(120, 100%, 50%)', '#00ff00'],
    ['hsl(0.5turn 100% 25%)', '#008080'],
    ['hsl(-120deg,100%,50%)', '#0000ff'],
  ])('%s is %s', (css, hex) => {
    expect(readCssColor(css)).toBe(hex);
  });

  it.each(['', '#12', '#ggg', 'url(#a)', 'var(--x)', 'rgb(1,2)', 'rgb(a,b,c)', 'constructor'])(
    '%j is none',
    (css) => {
      expect(readCssColor(css)).toBeUndefined();
    },
  );
});
