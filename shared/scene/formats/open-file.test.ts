import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeHostileFiles } from '../../../e2e/fixtures/hostile/hostile-files.ts';
import { utf8 } from '../../crypto/bytes.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { embedInPng, writeInkseal } from './inkseal/write-inkseal.ts';
import { type OpeningTools, openAsScene } from './open-file.ts';
import { ReadError, toFailure } from './read-result.ts';

const DIAGRAMS = resolve(import.meta.dirname, '../../../e2e/fixtures/diagrams');
const AWAY = 'https://away.example/x.png';

/**
 * The page that draws Mermaid and cleans SVG is a browser's: `e2e/mermaid.spec.ts` and `e2e/hostile.spec.ts` show it.
 * Here it is noted what it would be asked.
 */
function tools(): OpeningTools & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    measure: (text, { size }) => (text.length * size) / 2,
    mermaidToScene: async (text) => {
      asked.push(`mermaid ${text}`);
      return { ok: true, scene: EMPTY_SCENE, losses: [] };
    },
    sanitizeSvg: async (svg) => {
      asked.push(`svg ${svg}`);
      return { svg: '<svg/>', removed: 1 };
    },
  };
}

const open = (name: string, bytes: Uint8Array) =>
  openAsScene({ name, bytes: new Uint8Array(bytes) }, tools());

describe('what a file is, its bytes say', () => {
  it.each([
    ['excalidraw/whiteboard.excalidraw', 'diamond'],
    ['excalidraw/whiteboard.png', 'diamond'],
    ['excalidraw/whiteboard.svg', 'diamond'],
    ['drawio/login.drawio', 'diamond'],
    ['drawio/login-compressed.drawio', 'diamond'],
    ['drawio/login.png', 'diamond'],
    ['drawio/login.svg', 'diamond'],
    ['graphviz/services.svg', 'ellipse'],
    ['plantuml/sequence.png', 'image'],
    ['inkscape/plain.svg', 'rectangle'],
  ])('%s', async (path, type) => {
    const result = await open('misnamed.txt', await readFile(resolve(DIAGRAMS, path)));
    if (!result.ok) throw new Error(result.message);
    expect(result.scene.elements.map((element) => element.type)).toContain(type);
  });

  it('its own, alone and in a picture', async () => {
    expect(await open('', writeInkseal(EMPTY_SCENE))).toMatchObject({ scene: EMPTY_SCENE });
    const picture = await readFile(resolve(DIAGRAMS, 'plantuml/sequence.png'));
    expect(await open('', await embedInPng(picture, EMPTY_SCENE))).toMatchObject({
      scene: EMPTY_SCENE,
    });
  });

  it('of several pages the one that is chosen', async () => {
    const page = (name: string, shape: string) =>
      `<diagram name="${name}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" parent="1" vertex="1" style="${shape}"><mxGeometry x="0" y="0" width="9" height="9" as="geometry"/></mxCell></root></mxGraphModel></diagram>`;
    const file = utf8(`<mxfile>${page('A', 'rhombus')}${page('B', 'ellipse')}</mxfile>`);
    const choose = (answer: number | null) => {
      const asked: (readonly string[])[] = [];
      const choosePage = async (names: readonly string[]) => {
        asked.push(names);
        return answer;
      };
      const opened = openAsScene({ name: '', bytes: file }, { ...tools(), choosePage });
      return opened.then((result) => ({ result, asked }));
    };
    const second = await choose(1);
    expect(second.asked).toEqual([['A', 'B']]);
    expect(second.result).toMatchObject({ scene: { elements: [{ type: 'ellipse' }] } });
    expect((await choose(null)).result).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await open('', file)).toMatchObject({ scene: { elements: [{ type: 'diamond' }] } });
  });

  it('an SVG whose namespaces are entities, as Illustrator writes it', async () => {
    const result = await open(
      'logo.svg',
      utf8(`<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
  <!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>
<svg xmlns="&ns_svg;" viewBox="0 0 9 9"><rect width="5" height="5" fill="red"/></svg>`),
    );
    expect(result).toMatchObject({ ok: true, scene: { elements: [{ type: 'rectangle' }] } });
  });

  it('Mermaid by its ending, its first word or its fence', async () => {
    for (const [name, text, diagram] of [
      ['a.mmd', 'x', 'x'],
      ['', '%% note\n---\ntitle: x\n---\n  sequenceDiagram\n A->>B: x', undefined],
      ['', '```mermaid\npie\n "a": 1\n```', 'pie\n "a": 1'],
    ] as const) {
      const used = tools();
      const result = await openAsScene({ name, bytes: new TextEncoder().encode(text) }, used);
      expect(result.ok).toBe(true);
      expect(used.asked).toEqual([`mermaid ${diagram ?? text}`]);
    }
  });

  it('text in UTF-16 too', async () => {
    const bytes = new Uint8Array(
      Buffer.from('\uFEFF{"type":"excalidraw","elements":[]}', 'utf16le'),
    );
    expect((await open('', bytes)).ok).toBe(true);
  });
});

describe('a hostile file', () => {
  for (const { name, bytes, code } of makeHostileFiles(AWAY)) {
    const isOfMermaid = /\.mmd$/.test(name) && code !== 'empty';
    if (isOfMermaid) continue; // A browser's part.
    it(`${name}: ${code}`, async () => {
      const used = tools();
      const before = process.threadCpuUsage();
      const result = await openAsScene({ name, bytes }, used);
      const { user, system } = process.threadCpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(10_000);
      expect(result.ok ? 'opens' : result.code).toBe(code);
      if (!result.ok) {
        expect(result.message).toMatch(/^[A-Z].*\.( \(.*\))?$/);
        return;
      }
      expect(result.scene.elements.length).toBeGreaterThan(0);
      // What still names the address went through the page that cleans it, or is text that nothing reads.
      const { elements, files } = result.scene;
      const shown = JSON.stringify(elements.map(({ link: _, foreign: __, ...rest }) => rest));
      expect(shown).not.toContain(AWAY);
      for (const file of Object.values(files)) {
        expect(new TextDecoder().decode(file.bytes)).not.toContain(AWAY);
      }
    });
  }

  it('changes no object', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(toFailure(new ReadError('broken')).code).toBe('broken');
  });
});
