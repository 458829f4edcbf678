import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mermaidKind } from './mermaid-kind.ts';

test.each([
  ['flowchart', 'flowchart'],
  ['sequence', 'sequence'],
  ['class', 'class'],
  ['state', 'state'],
  ['er', 'er'],
])('%s: as the drawing of it calls itself', (name, kind) => {
  const read = (ending: string) =>
    readFileSync(
      new URL(`../../../e2e/fixtures/diagrams/mermaid/${name}.${ending}`, import.meta.url),
      'utf8',
    );
  expect(mermaidKind(read('mmd'))).toBe(kind);
  const role = /aria-roledescription="(\w+)/.exec(read('svg'))?.[1];
  expect(role?.toLowerCase().startsWith(kind)).toBe(true);
});

test.each([
  ['\n  graph LR\n A --> B', 'flowchart'],
  ['---\ntitle: A\n---\npie\n "a": 1', 'pie'],
  ['%% a comment\n%%{init: {}}%%\nsequenceDiagram\nA->>B: c', 'sequence'],
  ['stateDiagram-v2\n [*] --> A', 'state'],
  ['gitGraph\n commit', 'gitgraph'],
  ['xychart-beta\n  line [1]', 'xychart'],
])('%j', (text, kind) => {
  expect(mermaidKind(text)).toBe(kind);
});

test.each([
  '',
  'graphics card',
  'const graph = 1',
  'digraph { a }',
  '@startuml',
  'A flowchart of',
  'timeline of the project',
])('no Mermaid: %j', (text) => {
  expect(mermaidKind(text)).toBeUndefined();
});
