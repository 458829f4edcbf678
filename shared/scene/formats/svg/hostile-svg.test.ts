import { expect, test } from 'vitest';
import { readSvg } from './read-svg.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" ${attributes}>${inside}</svg>`;
const measure = (text: string) => text.length;

const BOMB = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${svg('<text>&b;</text>')}`;
const OUTSIDE = `<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/passwd">]>${svg('<text>&file;</text>')}`;
/** Ten groups, each of which uses the one before ten times: 10^10 circles. */
const USES = Array.from({ length: 10 }, (_, i) => {
  const inner = i === 0 ? '<circle r="1"/>' : `<use href="#g${i - 1}"/>`.repeat(10);
  return `<g id="g${i}">${inner}</g>`;
}).join('');

test.each([
  ['entities that grow', BOMB, 'unsafe-content'],
  ['an entity from outside', OUTSIDE, 'unsafe-content'],
  ['an entity that nobody declared', svg('<text>&lol;</text>'), 'broken'],
  ['tags in tags', svg('<g>'.repeat(5000) + '</g>'.repeat(5000)), 'too-deep'],
  [
    'as many shapes as a page has letters',
    svg('<rect width="1" height="1"/>'.repeat(30_000)),
    'too-many-elements',
  ],
  ['a million tags', svg('<g/>'.repeat(1_000_000)), 'too-many-elements'],
  [
    'a path with a million points',
    svg(`<path stroke="red" d="M0 0${'l1 1'.repeat(1_000_000)}"/>`),
    'too-many-elements',
  ],
  ['uses of uses', svg(USES), 'too-many-elements'],
  ['a size that is no number', svg('<rect width="NaN" height="1"/>'), 'bad-number'],
  ['a place beyond all bounds', svg('<rect x="1e300" width="1" height="1"/>'), 'bad-number'],
  [
    'a scale beyond all bounds',
    svg('<g transform="scale(1e7)"><rect width="1e7" height="1"/></g>'),
    'bad-number',
  ],
  ['a circle of infinite size', svg('<circle r="Infinity"/>'), 'bad-number'],
  ['HTML', '<!doctype html><html><body><p>Hello</body></html>', 'broken'],
  ['another kind of XML', '<rss><channel/></rss>', 'unknown-type'],
  ['nothing', '', 'broken'],
  ['a comment without an end', '<!-- <svg>', 'broken'],
  ['a tag without an end', '<svg xmlns="', 'broken'],
  ['nothing to see', svg('<rect width="5" height="5" fill="none"/>'), 'no-diagram'],
])('%s: a clear error', async (_, text, code) => {
  const result = await readSvg(text, measure);
  expect(result).toMatchObject({ ok: false, code });
});

test('a use of itself ends', async () => {
  const own = '<g id="own"><circle r="1"/><use href="#own"/></g>';
  const result = await readSvg(svg(own), measure);
  expect(result.ok && result.losses).toEqual([
    { what: 'Repeated parts that are not in the file', count: 1 },
  ]);
});

test('selectors that look at everything from everywhere are stopped', async () => {
  const selector = Array.from({ length: 40 }, () => 'g').join(' ');
  const css = `<style>${`${selector} path{fill:red}`.repeat(50)}</style>`;
  const deep = `${'<g>'.repeat(60)}${'<rect width="1" height="1"/>'.repeat(500)}${'</g>'.repeat(60)}`;
  const hard = `<style>${`z ${selector} rect{fill:red}`.repeat(50)}</style>`;
  expect((await readSvg(svg(css + deep), measure)).ok).toBe(true);
  expect(await readSvg(svg(hard + deep), measure)).toMatchObject({ ok: false, code: 'too-slow' });
});

test('nothing that runs or calls home gets into a scene', async () => {
  const text = svg(
    `<script>alert(1)</script>
     <rect width="5" height="5" onclick="alert(1)"/>
     <a href="javascript:alert(1)"><circle r="2"/></a>
     <image href="https://example.com/spy.png" width="5" height="5"/>
     <image href="data:image/svg+xml,%3Csvg onload='alert(1)'/%3E" width="5" height="5"/>
     <use href="https://example.com/sprite.svg#x"/>
     <rect width="3" height="3" style="fill: url(https://example.com/a.svg#b)"/>
     <foreignObject width="5" height="5"><iframe src="https://example.com"/><script>alert(2)</script></foreignObject>`,
  );
  const result = await readSvg(text, measure);
  if (!result.ok) throw new Error(result.message);
  const { elements, files } = result.scene;
  expect(JSON.stringify({ elements, files })).not.toMatch(/alert|example\.com|javascript/);
  expect(result.losses.map(({ what }) => what)).toEqual([
    'Scripts',
    'Pictures from outside of the file',
    'SVG pictures inside of it',
    'Repeated parts that are not in the file',
  ]);
});

test('names that every object has from its birth are names like others', async () => {
  const text = svg(
    '<defs><circle id="__proto__" r="2"/></defs><use href="#__proto__"/><constructor/><g id="toString" class="constructor"/>',
  );
  const result = await readSvg(text, measure);
  expect(result.ok && result.scene.elements.map(({ type }) => type)).toEqual(['ellipse']);
});
