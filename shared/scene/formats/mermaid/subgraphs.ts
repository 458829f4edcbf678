import type { Scene } from '../../model/scene.ts';
import { quoteLabel } from './mermaid-text.ts';
import type { NodeElement } from './write-node.ts';

/** A frame or a group with what stands in it; the outermost is the diagram. */
export interface Subgraph {
  readonly nodes: NodeElement[];
  readonly inner: Map<string, Subgraph>;
}

const INDENT = '  ';

/** Which nodes stand in which frames and groups. */
export function buildSubgraphs(nodes: readonly NodeElement[], scene: Scene): Subgraph {
  const frames = new Set(scene.elements.flatMap(({ type, id }) => (type === 'frame' ? [id] : [])));
  const root: Subgraph = { nodes: [], inner: new Map() };
  for (const id of frames) enter(root, `frame ${id}`);
  const sizes = countGroups(nodes);
  for (const node of nodes) {
    const frame =
      node.frameId !== null && frames.has(node.frameId) ? [`frame ${node.frameId}`] : [];
    // A group with one node says nothing.
    const groups = node.groupIds.filter((id) => (sizes.get(id) ?? 0) > 1).toReversed();
    const path = [...frame, ...groups.map((id) => `group ${id}`)];
    path.reduce(enter, root).nodes.push(node);
  }
  return root;
}

function enter({ inner }: Subgraph, key: string): Subgraph {
  const known = inner.get(key) ?? { nodes: [], inner: new Map<string, Subgraph>() };
  inner.set(key, known);
  return known;
}

function countGroups(nodes: readonly NodeElement[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const id of nodes.flatMap(({ groupIds }) => groupIds))
    sizes.set(id, (sizes.get(id) ?? 0) + 1);
  return sizes;
}

/** Lines of `graph` and all in it; frames are named by `names`, groups are not named at all. */
export function writeSubgraphs(
  graph: Subgraph,
  write: (node: NodeElement) => string,
  title: (key: string) => { name: string; label: string },
): string[] {
  const inner = [...graph.inner].flatMap(([key, subgraph]) => {
    const { name, label } = title(key);
    return [
      `subgraph ${name}[${quoteLabel(label)}]`,
      ...writeSubgraphs(subgraph, write, title).map((line) => INDENT + line),
      'end',
    ];
  });
  return [...graph.nodes.map(write), ...inner];
}
