import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { findParts } from './find-parts.ts';

const FILES = new Map(
  Object.entries({
    'background.js': 'import{a}from"./chunks/both-1.js";import"./chunks/account-1.js"',
    'account.html': '<script type="module" src="/chunks/account-2.js"></script>',
    'diagrams.html': '<script type="module" src="/chunks/diagrams-1.js"></script>',
    'chunks/diagrams-1.js':
      'm.f=["chunks/deep-1.js"];import(`./draw-mermaid-1.js`);import("./mermaid-format.js");import("./place-1.js")',
    'chunks/mermaid-format.js': 'import"./both-1.js"',
    'editor.html': '<script type="module" src="/chunks/editor-1.js"></script>',
    'chunks/editor-1.js': 'import"./other-1.js";import"./make-pdf-1.js"',
    'chunks/make-pdf-1.js': 'import"./written-1.js"',
    'chunks/written-1.js': '',
    'chunks/draw-mermaid-1.js':
      'import{a}from"./both-1.js";import("./deep-1.js");import"./graph-1.js"',
    'chunks/deep-1.js': '',
    'chunks/place-1.js': 'import"./graph-1.js"',
    'chunks/graph-1.js': '',
    'chunks/both-1.js': 'import"./other-1.js";import("./rare-1.js")',
    'chunks/other-1.js': '',
    'chunks/rare-1.js': '',
    'chunks/account-1.js': '',
    'chunks/account-2.js': 'import"./both-1.js";import"./hidden-1.js"',
    'chunks/hidden-1.js': '',
    'assets/page.css': '',
    'assets/account-1.css': '',
  }).map(([path, text]) => [path, Buffer.from(text)]),
);
const parts = findParts(FILES);
const names = (files: ReadonlySet<string>) => [...files].toSorted();

it('counts as lazy what only the lazy chunks load, and what they need that no page has from its start', () => {
  expect(names(parts.lazy)).toEqual([
    'chunks/deep-1.js',
    'chunks/draw-mermaid-1.js',
    'chunks/graph-1.js',
    'chunks/mermaid-format.js',
  ]);
  expect(names(parts.sharedLazy)).toEqual(['chunks/graph-1.js']);
});

it('does not count as lazy what a page loads from its beginning, whatever it is called', () => {
  for (const path of ['chunks/make-pdf-1.js', 'chunks/written-1.js']) {
    expect(parts.lazy.has(path)).toBe(false);
  }
});

it('counts apart what only the pages of accounts bring', () => {
  expect(names(parts.accounts)).toEqual([
    'account.html',
    'assets/account-1.css',
    'chunks/account-1.js',
    'chunks/account-2.js',
    'chunks/hidden-1.js',
  ]);
});
