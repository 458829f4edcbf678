import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../root.ts';

/** Rooms with sheets of their own; what all pages share may style anything, accounts' pages alone load theirs. */
const SHEETS = globSync('{extension/**,shared/ui/*}/*.css', { cwd: ROOT }).filter(
  (path) => !/^extension\/(page|account)\//.test(path),
);

test('all pages load one style sheet: what a room styles is its own', () => {
  const rooms = new Map<string, string>();
  const shared: string[] = [];
  for (const path of SHEETS) {
    const room = /^(?:extension|shared\/ui)\/(?:export\/)?[^/]+/.exec(path)?.[0] ?? '';
    for (const selector of readSelectors(readFileSync(resolve(ROOT, path), 'utf8'))) {
      const first = /^(?:[a-z]*|:is\([^)]*\):where\(|:is\(\s*)(\.[\w-]+)/.exec(selector)?.[1];
      if (first === undefined) shared.push(`${path}: ${selector} has no class`);
      else if ((rooms.get(first) ?? room) !== room) {
        shared.push(`${path}: ${first} is of ${rooms.get(first)}`);
      } else rooms.set(first, room);
    }
  }
  expect(rooms.size).toBeGreaterThan(50);
  expect(shared).toEqual([]);
});

function readSelectors(sheet: string): string[] {
  const plain = sheet.replace(/\/\*.*?\*\//gs, '');
  return [...plain.matchAll(/([^{};]+)\{/g)]
    .map(([, text = '']) => text.trim())
    .filter((text) => !text.startsWith('@'))
    .flatMap((text) => text.split(/,(?![^(]*\))/))
    .map((text) => text.trim());
}
