import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SceneElement } from '../../model/element.ts';
import type { Scene } from '../../model/scene.ts';
import type { MeasureText } from '../../text/measure-text.ts';
import { readSvg } from './read-svg.ts';

const measure: MeasureText = (text, { size }) => text.length * size * 0.52;

function sample(path: string): string {
  const url = new URL(`../../../../e2e/fixtures/diagrams/${path}`, import.meta.url);
  return readFileSync(url, 'utf8');
}

async function read(text: string): Promise<{ scene: Scene; losses: string[] }> {
  const result = await readSvg(text, measure);
  if (!result.ok) throw new Error(result.message);
  return { scene: result.scene, losses: result.losses.map(({ what }) => what) };
}

function svg(inside: string, attributes = 'width="100" height="100"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
}

/** What stands in or on an element. */
function labelOf(scene: Scene, id: string | undefined): string | undefined {
  const element = scene.elements.find((one) => one.id === id);
  if (element?.type === 'text') return element.text;
  const bound = element?.boundElements.find(({ type }) => type === 'text');
  return bound && labelOf(scene, bound.id);
}

/** `from -label-> to` of every arrow. */
function arrowsOf(scene: Scene): string[] {
  return scene.elements
    .filter((element) => element.type === 'arrow')
    .map(({ id, startBinding, endBinding }) => {
      const label = labelOf(scene, id);
      const [from, to] = [startBinding, endBinding].map((end) => labelOf(scene, end?.elementId));
      return `${from} -${label ?? ''}-> ${to}`;
    });
}

function shapesOf(scene: Scene): string[] {
  return scene.elements
    .filter(({ type }) => ['rectangle', 'ellipse', 'diamond'].includes(type))
    .map(({ id, type }) => `${type} ${labelOf(scene, id) ?? ''}`.trim());
}

function textsOf(scene: Scene): string[] {
  return scene.elements.flatMap((element) => (element.type === 'text' ? [element.text] : []));
}

test('Graphviz: nodes are labelled shapes, edges are arrows that hold on to them', async () => {
  const { scene, losses } = await read(sample('graphviz/services.svg'));
  expect(losses).toEqual([]);
  expect(shapesOf(scene)).toEqual([
    'rectangle Edge',
    'ellipse Browser\n(extension)',
    'diamond Limit?',
    'rectangle Worker',
    'rectangle',
    'rectangle',
  ]);
  expect(arrowsOf(scene)).toEqual([
    'Browser\n(extension) -HTTPS-> Limit?',
    'Worker --> undefined',
    'Limit? -429-> Browser\n(extension)',
    'Limit? -ok-> Worker',
    'undefined --> undefined',
  ]);
  const arrows = scene.elements.filter((element) => element.type === 'arrow');
  expect(arrows.every(({ startBinding, endBinding }) => startBinding && endBinding)).toBe(true);
  expect(arrows.map(({ startArrowhead, endArrowhead }) => [startArrowhead, endArrowhead])).toEqual([
    [null, 'triangle'],
    ['triangle', 'triangle'],
    [null, 'triangle'],
    [null, 'triangle'],
    [null, null],
  ]);
  expect(arrows[2]).toMatchObject({ strokeColor: '#ff0000', strokeStyle: 'dashed' });
  expect(textsOf(scene)).toContain('Services & stores');
});

test('Graphviz: undirected edges have no tips, and tables stay together', async () => {
  const { scene } = await read(sample('graphviz/undirected.svg'));
  const arrows = scene.elements.filter((element) => element.type === 'arrow');
  expect(arrows.map(({ endArrowhead }) => endArrowhead)).toEqual([null, null, null]);
  expect(arrows.every(({ startBinding, endBinding }) => startBinding && endBinding)).toBe(true);
  const [group] = scene.elements.find((element) => element.type === 'text')?.groupIds ?? [];
  expect(scene.elements.filter(({ groupIds }) => group && groupIds.includes(group))).toHaveLength(
    5,
  );
});

test('Mermaid’s flowchart, drawn, has its boxes, labels and arrows again', async () => {
  const { scene, losses } = await read(sample('mermaid/flowchart.svg'));
  expect(losses).toEqual(['Shadows and other filters']);
  expect(shapesOf(scene)).toEqual([
    'rectangle Server',
    'rectangle Login form',
    'diamond Right?',
    'rectangle Token',
    'rectangle Sessions',
    'ellipse Audit',
  ]);
  expect(arrowsOf(scene)).toEqual([
    'Login form -password-> Right?',
    'Right? -yes-> Token',
    'Right? -no-> Login form',
    'Token --> Sessions',
    'Sessions --> Audit',
  ]);
  const last = scene.elements.findLast((element) => element.type === 'arrow');
  expect(last).toMatchObject({ strokeStyle: 'dotted', endArrowhead: 'triangle' });
});

test.each([
  ['class', ['Envelope', '+open(key) : Bytes', 'holds']],
  ['er', ['ACCOUNT', 'SHARE', 'views', 'makes']],
  ['state', ['Active', 'UsedUp', 'last view']],
])('Mermaid’s %s diagram, drawn, has its words, and arrows that hold', async (name, words) => {
  const { scene } = await read(sample(`mermaid/${name}.svg`));
  expect(textsOf(scene)).toEqual(expect.arrayContaining(words));
  const arrows = scene.elements.filter((element) => element.type === 'arrow');
  expect(arrows.length).toBeGreaterThan(0);
  expect(arrows.every(({ startBinding, endBinding }) => startBinding && endBinding)).toBe(true);
});

test('Mermaid’s sequence diagram, drawn, has its actors and messages', async () => {
  const { scene } = await read(sample('mermaid/sequence.svg'));
  expect(shapesOf(scene)).toContain('rectangle Server');
  expect(textsOf(scene)).toContain('Open the share');
  expect(scene.elements.filter(({ type }) => type === 'arrow')).toHaveLength(3);
});

test('PlantUML: drawn tips make arrows, and the source comes along', async () => {
  const { scene } = await read(sample('plantuml/class.svg'));
  expect(scene.attachments.map(({ name }) => name)).toEqual(['diagram.puml', 'diagram.svg']);
  const source = new TextDecoder().decode(scene.attachments[0]?.bytes);
  expect(source).toBe(sample('plantuml/class.puml').trim());
  const arrows = scene.elements.filter((element) => element.type === 'arrow');
  expect(arrows.map(({ startArrowhead, endArrowhead }) => startArrowhead ?? endArrowhead)).toEqual([
    'triangle',
    'triangle',
  ]);
});

test('draw.io’s drawing without its source still has shapes and arrows', async () => {
  const { scene } = await read(sample('drawio/login.svg'));
  expect(arrowsOf(scene)).toEqual(['Right? --> Token', 'Login form --> Right?']);
});

test('Inkscape: turned, cloned and in millimetres', async () => {
  const { scene } = await read(sample('inkscape/drawing.svg'));
  const [box, ball, wave, words, clone] = scene.elements as SceneElement[];
  // A quarter turn swaps the sides; 96 / 25.4 pixels are a millimetre.
  expect(box).toMatchObject({ type: 'rectangle', angle: 0, backgroundColor: '#d0ebff' });
  expect(box?.width).toBeCloseTo(20 * (96 / 25.4));
  expect(box?.height).toBeCloseTo(40 * (96 / 25.4));
  expect(wave).toMatchObject({ type: 'line', rounded: true, strokeColor: '#e03131' });
  expect(words).toMatchObject({ type: 'text', text: 'Box' });
  expect(clone).toMatchObject({ type: 'ellipse', backgroundColor: '#ffec99', x: ball?.x });
  expect(clone?.y).toBeGreaterThan(ball?.y ?? 0);
});

test('rules of a style sheet, use, gradients, markers and HTML are understood', async () => {
  const { scene, losses } = await read(sample('other/styled.svg'));
  expect(losses).toEqual(['Gradients, now of one colour', 'Pictures from outside of the file']);
  expect(shapesOf(scene)).toEqual([
    'rectangle First',
    'rectangle Second\nline',
    'ellipse',
    'ellipse',
  ]);
  expect(scene.elements[0]).toMatchObject({
    x: 20,
    width: 120,
    strokeWidth: 4,
    backgroundColor: '#d3f9d8',
  });
  const hot = scene.elements.find(({ strokeStyle }) => strokeStyle === 'dashed');
  expect(hot?.backgroundColor).toBe('#ffe3e3');
  expect(scene.elements.find(({ type }) => type === 'ellipse')?.backgroundColor).toBe('#ff8787');
  expect(scene.elements.find(({ type }) => type === 'arrow')).toMatchObject({
    endArrowhead: 'triangle',
  });
  expect(textsOf(scene)).toContain('In HTML');
});

test('every way in which a path can be written', async () => {
  const d = 'm10 10h20v20l-20-0z M50,50 Q60 40 70 50 T90 50 M10 70 a5,5 0 01 10,0 A5 5 0 1 0 30 70';
  const { scene } = await read(svg(`<path fill="none" stroke="#f00" d="${d}"/>`));
  expect(scene.elements.map(({ type }) => type)).toEqual(['rectangle', 'line', 'line']);
  expect(scene.elements[0]).toMatchObject({ x: 10, y: 10, width: 20, height: 20 });
  const [, wave, arcs] = scene.elements;
  expect([wave?.x, wave?.y, wave?.width]).toEqual([50, 50, 40]);
  expect(arcs?.width).toBeCloseTo(20, 0);
  expect(new Set(scene.elements.map(({ groupIds }) => groupIds[0])).size).toBe(1);
});

test('the sheet of paper behind all becomes the background', async () => {
  const { scene } = await read(
    svg('<rect width="100" height="100" fill="#ffeecc"/><circle cx="50" cy="50" r="10"/>'),
  );
  expect(scene.backgroundColor).toBe('#ffeecc');
  expect(scene.elements.map(({ type }) => type)).toEqual(['ellipse']);
});

test('words keep their place by anchor, baseline and turn', async () => {
  const { scene } = await read(
    svg(
      '<text x="50" y="20" font-size="10" text-anchor="end">abcd</text>' +
        '<text font-size="10" transform="translate(50 50) rotate(90)" dominant-baseline="middle">ef</text>',
    ),
  );
  const [end, turned] = scene.elements;
  expect((end?.x ?? 0) + (end?.width ?? 0)).toBeCloseTo(50);
  expect(turned?.angle).toBeCloseTo(Math.PI / 2);
  expect((turned?.x ?? 0) + (turned?.width ?? 0) / 2).toBeCloseTo(50);
  expect((turned?.y ?? 0) + (turned?.height ?? 0) / 2).toBeGreaterThan(50);
});
