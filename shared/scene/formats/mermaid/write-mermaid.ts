import type { ElementOf, SceneElement } from '../../model/element.ts';
import type { Scene } from '../../model/scene.ts';
import { type Loss, LossList } from '../read-result.ts';
import { buildSubgraphs, writeSubgraphs } from './subgraphs.ts';
import { writeEdge } from './write-edge.ts';
import { isNode, type NodeElement, writeNode, writeStyle } from './write-node.ts';

/**
 * The text of a Mermaid flowchart that says what Mermaid can say of a scene (shapes and texts, arrows between them,
 * frames and groups, colours), and what it can't. Texts under redactions are as the scene has them, so burn it before.
 */
export function writeMermaid(scene: Scene): { text: string; losses: readonly Loss[] } {
  const losses = new LossList();
  const nodes = scene.elements.filter(isNode);
  const names = nameElements(scene);
  const labels = findLabels(scene);
  const graph = buildSubgraphs(nodes, scene);
  const edges = scene.elements.flatMap((element) => {
    if (element.type !== 'arrow') return [];
    const from = names.get(element.startBinding?.elementId ?? '');
    const to = names.get(element.endBinding?.elementId ?? '');
    if (from !== undefined && to !== undefined) {
      return [writeEdge(element, { from, to, label: labels.get(element.id) })];
    }
    losses.add('Arrows that hold on to nothing at an end');
    return [];
  });
  noteLosses(scene, losses);
  const write = (node: NodeElement) =>
    writeNode(
      node,
      names.get(node.id) ?? '',
      node.type === 'text' ? node.text : (labels.get(node.id) ?? ''),
    );
  const styles = nodes.flatMap((node) => writeStyle(node, names.get(node.id) ?? '') ?? []);
  const lines = [...writeSubgraphs(graph, write, titles(scene, names)), ...edges, ...styles];
  const text = [`flowchart ${findDirection(scene)}`, ...lines.map((line) => `  ${line}`), ''];
  return { text: text.join('\n'), losses: losses.toArray() };
}

/** Short names, since Mermaid's may not be any text. */
function nameElements({ elements }: Scene): ReadonlyMap<string, string> {
  const named = elements.filter((element) => isNode(element) || element.type === 'frame');
  return new Map(
    named.map(({ id, type }, i) => [id, `${type === 'frame' ? 'frame' : 'n'}${i + 1}`]),
  );
}

function findLabels({ elements }: Scene): ReadonlyMap<string, string> {
  return new Map(
    elements.flatMap((element) =>
      element.type === 'text' && element.containerId !== null
        ? [[element.containerId, element.text]]
        : [],
    ),
  );
}

function titles({ elements }: Scene, names: ReadonlyMap<string, string>) {
  const frames = new Map(
    elements.flatMap((element) => (element.type === 'frame' ? [[element.id, element.name]] : [])),
  );
  const groups = new Map<string, string>();
  return (key: string) => {
    const [, kind, id = ''] = /^(frame|group) (.*)$/s.exec(key) ?? [];
    if (kind === 'frame') return { name: names.get(id) ?? '', label: frames.get(id) ?? '' };
    const name = groups.get(id) ?? `group${groups.size + 1}`;
    groups.set(id, name);
    return { name, label: '' };
  };
}

/** Down, or to the right where that is the way most arrows go. */
function findDirection({ elements }: Scene): 'TD' | 'LR' {
  const arrows = elements.filter(
    (element): element is ElementOf<'arrow'> => element.type === 'arrow',
  );
  const isLevel = ({ points }: ElementOf<'arrow'>) => {
    const [x, y] = points.at(-1) ?? [0, 0];
    return Math.abs(x) > Math.abs(y);
  };
  return arrows.filter(isLevel).length * 2 > arrows.length ? 'LR' : 'TD';
}

/** What Mermaid has no word for, by type. */
const LOST: Partial<Record<SceneElement['type'], string>> = {
  line: 'Lines',
  freedraw: 'Freehand drawings',
  highlight: 'Highlights',
  redaction: 'Redactions',
  image: 'Pictures',
};

function noteLosses({ elements, attachments }: Scene, losses: LossList): void {
  if (elements.length > 0) losses.add('Places and sizes, which Mermaid chooses itself');
  for (const { type, angle, link } of elements) {
    const what = LOST[type];
    if (what !== undefined) losses.add(what);
    if (angle !== 0 && type !== 'arrow') losses.add('Rotations');
    if (link !== null) losses.add('Links');
  }
  losses.add('Attachments', attachments.length);
}
