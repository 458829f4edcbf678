import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { addElements } from '../operations/add-elements.ts';
import { arbitraryScene } from '../operations/testing/arbitrary-scene.ts';
import { boundScene } from '../operations/testing/bound-scene.ts';
import { lookDependsOn, renderElement } from './render-element.ts';
import { renderScene } from './render-scene.ts';
import type { SvgNode } from './svg-node.ts';
import { toSvgText } from './to-svg-text.ts';

const hrefOf = (id: string) => `blob:${id}`;

function textOf(scene: Scene): string {
  return toSvgText(renderScene(scene, { hrefOf }));
}

function allNodes(node: SvgNode): SvgNode[] {
  return [
    node,
    ...node.children.flatMap((child) => (typeof child === 'string' ? [] : allNodes(child))),
  ];
}

function sceneWith(...elements: Parameters<typeof addElements>[1][number][]): Scene {
  return addElements(EMPTY_SCENE, elements);
}

test('any scene becomes XML that is well formed and has no number that is none', () => {
  fc.assert(
    fc.property(arbitraryScene, (scene) => {
      const text = textOf(scene);
      expect(parseXml(text).root?.name).toBe('svg');
      expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
    }),
    { numRuns: 200 },
  );
});

test('nothing shows through a redaction, whatever it says of itself', () => {
  const given = { width: 10, height: 10, opacity: 10, backgroundColor: '#ff000000' };
  for (const style of ['solid', 'pixelate'] as const) {
    for (const backgroundColor of ['#ff000000', 'transparent', 'url(#x)', '#f000']) {
      const scene = sceneWith(makeElement('redaction', { ...given, style, backgroundColor }));
      const [group] = scene.elements.map((element) => renderElement(element, scene, hrefOf));
      const cover = group?.children[0] as SvgNode;
      expect(group?.attributes.opacity).toBeUndefined();
      expect(cover).toMatchObject({ tag: 'rect', attributes: { width: 10, height: 10 } });
      expect(String(cover.attributes.fill)).toMatch(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/);
    }
  }
});

test('an image shows its crop alone', () => {
  const image = makeElement('image', {
    fileId: 'f',
    width: 100,
    height: 50,
    crop: { x: 10, y: 20, width: 200, height: 100 },
  });
  const file = {
    mimeType: 'image/png',
    bytes: new Uint8Array(1),
    width: 640,
    height: 480,
  } as const;
  const nodes = allNodes(renderElement(image, { ...EMPTY_SCENE, files: { f: file } }, hrefOf));
  expect(nodes.find(({ tag }) => tag === 'svg')?.attributes).toMatchObject({
    viewBox: '10 20 200 100',
    width: 100,
    overflow: 'hidden',
  });
  expect(nodes.find(({ tag }) => tag === 'image')?.attributes).toMatchObject({
    href: 'blob:f',
    width: 640,
    height: 480,
  });
});

test('an arrow leaves room for its label and looks different with another one', () => {
  const scene = boundScene();
  const arrow = scene.elements.find(({ id }) => id === 'ab');
  if (arrow === undefined) throw new Error('no arrow');
  const tags = allNodes(renderElement(arrow, scene, hrefOf)).map(({ tag }) => tag);
  expect(tags).toContain('clipPath');
  expect(lookDependsOn(arrow, scene)).toHaveLength(2);
});

test('a text has a span for each line that is shown', () => {
  const text = makeElement('text', { text: 'one two\nthree', lines: ['one', 'two', 'three'] });
  const root = parseXml(textOf(sceneWith(text))).root as XmlElement;
  const spans: string[] = [];
  const walk = (element: XmlElement) => {
    if (element.name === 'tspan') spans.push(element.text);
    for (const child of element.children) if (child instanceof XmlElement) walk(child);
  };
  walk(root);
  expect(spans).toEqual(['one', 'two', 'three']);
  expect(root.children.some((child) => child instanceof XmlText)).toBe(false);
});
