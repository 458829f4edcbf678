import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../crypto/bytes.ts';
import type { ElementOf, ElementType, SceneElement } from '../../model/element.ts';
import type { Scene } from '../../model/scene.ts';
import type { MeasureText } from '../../text/measure-text.ts';
import { encodeBase64 } from '../base64.ts';
import { readHtmlLabel } from './label-text.ts';
import { listDrawioPages, readDrawio } from './read-drawio.ts';
import { readDrawioPng, readDrawioSvg } from './unpack-drawio.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../../e2e/fixtures/diagrams/drawio');
const measure: MeasureText = (text, { size }) => (text.length * size) / 2;

async function read(
  xml: string,
  page?: number,
): Promise<{ scene: Scene; losses: readonly { what: string }[] }> {
  const result = await readDrawio(xml, measure, page);
  if (!result.ok) throw new Error(result.message);
  return result;
}

async function codeOf(xml: string): Promise<string> {
  const result = await readDrawio(xml, measure);
  return result.ok ? 'ok' : result.code;
}

const model = (...cells: string[]) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;

const vertex = (
  id: string,
  style: string,
  { value = '', parent = '1', box = '', more = '' } = {},
) =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}" ${more}>` +
  `<mxGeometry ${box || 'x="10" y="20" width="80" height="40"'} as="geometry"/></mxCell>`;

const byType = <Type extends ElementType>(scene: Scene, type: Type) =>
  scene.elements.filter(
    (element): element is SceneElement & ElementOf<Type> => element.type === type,
  );

describe('a real file of draw.io', () => {
  it('becomes shapes, arrows that hold on to them, and labels', async () => {
    const { scene, losses } = await read(await readFile(resolve(SAMPLES, 'login.drawio'), 'utf8'));
    const [swimlane, login] = byType(scene, 'rectangle');
    expect(swimlane).toMatchObject({ x: 300, y: 30, width: 220, height: 260 });
    expect(login).toMatchObject({
      rounded: true,
      backgroundColor: '#dae8fc',
      strokeColor: '#6c8ebf',
    });
    // In the swimlane, which lies at 300, 30.
    expect(byType(scene, 'diamond')).toMatchObject([{ x: 350, y: 80, width: 120, height: 80 }]);
    expect(byType(scene, 'ellipse')).toMatchObject([
      { x: 350, y: 200, backgroundColor: '#fff2cc' },
    ]);
    const texts = byType(scene, 'text').map(({ text }) => text);
    expect(texts.toSorted()).toEqual(
      ['Login form', 'Made for a test', 'Right?', 'Server', 'Token', 'password', 'yes'].toSorted(),
    );
    const arrows = byType(scene, 'arrow');
    expect(arrows).toMatchObject([
      { strokeStyle: 'dashed', startBinding: { elementId: 'b' }, endBinding: { elementId: 'c' } },
      { strokeStyle: 'solid', startBinding: { elementId: 'a' }, endBinding: { elementId: 'b' } },
    ]);
    const [down] = arrows;
    expect([down?.y, (down?.y ?? 0) + (down?.points.at(-1)?.[1] ?? 0)]).toEqual([
      expect.closeTo(160, 0),
      expect.closeTo(200, 0),
    ]);
    expect(login?.boundElements).toContainEqual({ id: 'e1', type: 'arrow' });
    expect(losses.map(({ what }) => what)).toEqual([
      'Bold, italic and underlined labels, shown plain',
      'Bends that draw.io works out by itself, shown straight',
    ]);
  });

  it('is the same when packed, in a PNG and in an SVG', async () => {
    const plain = (await read(await readFile(resolve(SAMPLES, 'login.drawio'), 'utf8'))).scene
      .elements;
    const packed = await readFile(resolve(SAMPLES, 'login-compressed.drawio'), 'utf8');
    const png = await readDrawioPng(await readFile(resolve(SAMPLES, 'login.png')));
    const svg = await readDrawioSvg(await readFile(resolve(SAMPLES, 'login.svg'), 'utf8'));
    for (const xml of [packed, png, svg])
      expect((await read(xml ?? '')).scene.elements).toEqual(plain);
    expect(await readDrawioSvg('<svg/>')).toBeUndefined();
  });
});

describe('pages', () => {
  const page = (name: string, id: string) =>
    `<diagram name="${name}">${model(vertex(id, 'ellipse'))}</diagram>`;
  const file = `<mxfile>${page('First', 'a')}${page('Second', 'b')}</mxfile>`;

  it('are listed, and one of them is opened', async () => {
    expect(listDrawioPages(file)).toEqual(['First', 'Second']);
    expect((await read(file)).scene.elements[0]?.id).toBe('a');
    expect((await read(file, 1)).scene.elements[0]?.id).toBe('b');
    expect((await read(file)).losses).toContainEqual({
      what: 'Further pages, which stay in the attached file',
      count: 1,
    });
    expect((await read(file)).scene.attachments[0]?.bytes).toEqual(utf8(file));
  });
});

describe('cells', () => {
  it('have the words of their HTML labels', () => {
    expect(readHtmlLabel('a<br>b<div><b>c</b> &lt;d&gt;</div><p>e&nbsp;&#x1F44B;</p>')).toBe(
      'a\nb\nc <d>\ne 👋',
    );
    expect(readHtmlLabel('x<script>alert(1)</script><img src=x onerror=alert(1)>y<!-- z -->')).toBe(
      'xy',
    );
  });

  it('turn, hide, lock and group', async () => {
    const { scene } = await read(
      model(
        vertex('r', 'rotation=90;locked=1;opacity=40;strokeWidth=3;dashed=1;dashPattern=1 4'),
        vertex('h', 'ellipse', { more: 'visible="0"' }),
        vertex('i', 'ellipse', { parent: 'h' }),
        vertex('g', 'group'),
        vertex('n', 'rhombus;fillColor=none', { parent: 'g' }),
      ),
    );
    expect(scene.elements).toMatchObject([
      {
        id: 'r',
        angle: Math.PI / 2,
        locked: true,
        opacity: 40,
        strokeWidth: 3,
        strokeStyle: 'dotted',
      },
      { id: 'n', x: 20, y: 40, groupIds: ['in-g'], backgroundColor: 'transparent' },
    ]);
  });

  it('keep pictures that the file carries, and fetch none', async () => {
    const data = encodeBase64(PNG.sync.write(new PNG({ width: 2, height: 2 })));
    const { scene, losses } = await read(
      model(
        vertex('p', `shape=image;image=data:image/png,${data}`),
        vertex('w', 'shape=image;image=https://a.example/x.png'),
        vertex('c', 'shape=mxgraph.aws4.cloud'),
      ),
    );
    expect(scene.elements.map(({ type }) => type)).toEqual(['image', 'rectangle', 'rectangle']);
    expect(Object.values(scene.files)).toMatchObject([{ mimeType: 'image/png', width: 2 }]);
    expect(losses).toHaveLength(2);
  });

  it('are linked by edges with bends and labels of their own', async () => {
    const edge =
      '<mxCell id="e" edge="1" parent="1" style="endArrow=open;startArrow=oval" source="a"><mxGeometry relative="1" as="geometry">' +
      '<mxPoint x="300" y="200" as="targetPoint"/><Array as="points"><mxPoint x="300" y="40"/></Array></mxGeometry></mxCell>';
    const { scene } = await read(
      model(
        vertex('a', 'ellipse'),
        edge,
        vertex('l', 'edgeLabel', { value: 'calls', parent: 'e' }),
      ),
    );
    expect(byType(scene, 'arrow')).toMatchObject([
      {
        startArrowhead: 'dot',
        endArrowhead: 'arrow',
        startBinding: { elementId: 'a' },
        endBinding: null,
      },
    ]);
    const [arrow] = byType(scene, 'arrow');
    expect(arrow?.points).toHaveLength(3);
    const [x, y] = arrow?.points.at(-1) ?? [0, 0];
    expect([(arrow?.x ?? 0) + x, (arrow?.y ?? 0) + y]).toEqual([300, 200]);
    expect(byType(scene, 'text')).toMatchObject([{ text: 'calls', containerId: 'e' }]);
  });

  it('carry links, but none that runs', async () => {
    const cell = vertex('', 'ellipse').replace(' id=""', '');
    const object = (id: string, link: string) =>
      `<UserObject id="${id}" label="x" link="${link}">${cell}</UserObject>`;
    const { scene } = await read(
      model(object('a', 'https://a.example'), object('b', 'javascript:alert(1)')),
    );
    expect(byType(scene, 'ellipse').map(({ link }) => link)).toEqual(['https://a.example', null]);
  });
});

describe('a file that draw.io would not write', () => {
  const packed = (text: string) =>
    `<mxfile><diagram>${encodeBase64(deflateRawSync(utf8(text)))}</diagram></mxfile>`;

  it.each([
    ['broken', '<mxfile><diagram>'],
    ['broken', '<mxfile><diagram>!!!!</diagram></mxfile>'],
    ['broken', packed('%zz')],
    ['too-large', packed('a'.repeat(40_000_000))],
    ['no-diagram', '<mxfile/>'],
    ['no-diagram', '<mxfile><diagram></diagram></mxfile>'],
    ['no-diagram', model()],
    ['no-diagram', packed(encodeURIComponent('<html/>'))],
    ['unknown-type', '<html/>'],
    ['bad-number', model(vertex('a', '', { box: 'x="NaN" y="0"' }))],
    ['bad-number', model(vertex('a', '', { box: 'width="1e999"' }))],
    ['broken', model(vertex('a', '', { parent: 'b' }), vertex('b', '', { parent: 'a' }))],
    ['unsafe-content', '<!DOCTYPE x [<!ENTITY a "b">]><mxfile/>'],
    ['too-many-elements', model('<mxCell/>'.repeat(20_001))],
  ])('is refused as %s', async (code, xml) => {
    expect(await codeOf(xml)).toBe(code);
  });

  it('may have names that every object has', async () => {
    const { scene } = await read(model(vertex('constructor', 'ellipse', { value: 'x' })));
    expect(scene.elements.map(({ id }) => id)).toEqual([
      'cell-constructor',
      'cell-constructor-label',
    ]);
  });
});
