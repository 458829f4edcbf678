import type { XmlElement } from '@rgrove/parse-xml';
import { utf8 } from '../../../crypto/bytes.ts';
import { boundsOf } from '../../geometry/bounds.ts';
import { boxContains, growBox } from '../../geometry/box.ts';
import type { SceneElement } from '../../model/element.ts';
import { EMPTY_SCENE, type Scene, type SceneAttachment } from '../../model/scene.ts';
import { editScene } from '../../operations/edit-scene.ts';
import type { MeasureText } from '../../text/measure-text.ts';
import { loadMermaid } from '../mermaid/load-mermaid.ts';
import { readPlantumlComment } from '../plantuml/read-plantuml.ts';
import { READ_LIMITS } from '../read-limits.ts';
import { LossList, ReadError, type ReadResult } from '../read-result.ts';
import { readSafely } from '../read-safely.ts';
import { findTags, nameOf, readXml } from '../xml/read-xml.ts';
import { attachLabels } from './attach-labels.ts';
import { attachTips } from './attach-tips.ts';
import { connectTouching } from './connect.ts';
import { drawInside, viewPort } from './draw.ts';
import type { Drawing, Place } from './drawing.ts';
import { IDENTITY } from './matrix.ts';
import { readNumbers } from './numbers.ts';
import { drawGraph, findGraph } from './read-graphviz.ts';
import { INITIAL_STYLE, styleOf } from './style.ts';
import { StyleSheet } from './style-sheet.ts';

/**
 * Any SVG as a scene: shapes, lines and texts at their places; what Graphviz and Mermaid drew with labels in shapes
 * and arrows that hold on to them. The SVG itself, and the text that PlantUML wrote into it, become attachments.
 *
 * Nothing is fetched and nothing runs. What a scene can't hold is counted in `losses`.
 */
export function readSvg(text: string, measure: MeasureText): Promise<ReadResult> {
  return readSafely(async () => {
    const root = readXml(text);
    if (nameOf(root) !== 'svg') throw new ReadError('unknown-type');
    const losses = new LossList();
    const drawing: Drawing = {
      sheet: readStyleSheets(root),
      ids: new Map(findTags(root, hasId).map((tag) => [tag.attributes.id ?? '', tag])),
      losses,
      measure,
      files: {},
      drawn: { count: 0 },
    };
    const drawn = await drawRoot(root, drawing);
    if (drawn.length === 0) throw new ReadError('no-diagram');
    if (drawn.length > READ_LIMITS.elements) throw new ReadError('too-many-elements');
    const { paper, elements } = takePaper(drawn);
    const scene: Scene = {
      ...EMPTY_SCENE,
      backgroundColor: paper ?? EMPTY_SCENE.backgroundColor,
      files: drawing.files,
      attachments: await attachSource(text, root),
    };
    return { scene: editScene(scene, { added: elements }), losses: losses.toArray() };
  });
}

function hasId({ attributes }: XmlElement): boolean {
  return attributes.id !== undefined;
}

function readStyleSheets(root: XmlElement): StyleSheet {
  const sheet = new StyleSheet();
  for (const style of findTags(root, (tag) => nameOf(tag) === 'style')) sheet.add(style.text);
  return sheet;
}

async function drawRoot(root: XmlElement, drawing: Drawing): Promise<SceneElement[]> {
  const [, , width = 300, height = 150] = readNumbers(root.attributes.viewBox);
  const style = styleOf(root, INITIAL_STYLE, drawing.sheet);
  const whole: Place = { matrix: IDENTITY, style, width, height, uses: 0 };
  const place = viewPort(root, whole);
  const graph = findGraph(root);
  if (graph) return drawGraph(graph, place, drawing);
  if (isMermaidGraph(root)) {
    const { drawMermaid } = await loadMermaid();
    const drawn = drawMermaid(root, place, drawing);
    if (drawn !== undefined) return drawn;
  }
  return attachLabels(connectTouching(attachTips(drawInside(root, place, drawing))));
}

/** Whether Mermaid drew what has boxes and arrows here, in groups that say what is what. */
function isMermaidGraph({ attributes }: XmlElement): boolean {
  const role = attributes['aria-roledescription'] ?? '';
  return /^(flowchart|graph|class|state|er)/.test(role) || /^mermaid-/.test(attributes.id ?? '');
}

/** A rectangle at the very back that holds all others and has no line is the paper. */
function takePaper(drawn: readonly SceneElement[]): {
  paper?: string;
  elements: readonly SceneElement[];
} {
  const [first, ...others] = drawn;
  if (first?.type !== 'rectangle' || others.length === 0 || first.boundElements.length > 0) {
    return { elements: drawn };
  }
  const isPaper =
    first.strokeColor === 'transparent' &&
    first.opacity === 100 &&
    first.angle === 0 &&
    others.every((other) => boxContains(growBox(first, 1), boundsOf(other)));
  return isPaper
    ? { paper: first.backgroundColor.slice(0, 7), elements: others }
    : { elements: drawn };
}

async function attachSource(text: string, root: XmlElement): Promise<SceneAttachment[]> {
  const svg = { name: 'diagram.svg', type: 'image/svg+xml', bytes: utf8(text) };
  const source = await readPlantumlComment(root);
  return source === undefined
    ? [svg]
    : [{ name: 'diagram.puml', type: 'text/plain', bytes: utf8(source) }, svg];
}
