import { expect, it } from 'vitest';
import { findLazyFiles } from './lazy-parts.ts';

it('counts as lazy what only the lazy chunks load', () => {
  const sources = new Map([
    ['background.js', 'import{a}from"./chunks/both-1.js";'],
    ['diagrams.html', '<script type="module" src="/chunks/diagrams-1.js"></script>'],
    ['chunks/diagrams-1.js', 'm.f=["chunks/deep-1.js"];import(`./draw-mermaid-1.js`)'],
    ['chunks/draw-mermaid-1.js', 'import{a}from"./both-1.js";import("./deep-1.js")'],
    ['chunks/deep-1.js', ''],
    ['chunks/both-1.js', 'import"./other-1.js"'],
    ['chunks/other-1.js', ''],
    ['assets/page.css', ''],
  ]);
  expect([...findLazyFiles(sources)].toSorted()).toEqual([
    'chunks/deep-1.js',
    'chunks/draw-mermaid-1.js',
  ]);
});
