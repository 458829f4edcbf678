import { uniteBoxes } from '../geometry/box.ts';
import type { Box } from '../model/element.ts';
import { pickElements } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { type Unit, unitsOf } from '../operations/arrange-units.ts';

export interface GraphEdge {
  readonly arrowId: string;
  /** Indexes of nodes. */
  readonly from: number;
  readonly to: number;
}

/** A selection as a graph: shapes and groups are nodes, arrows that hold on to two of them are edges. */
export interface Graph {
  readonly nodes: readonly Unit[];
  readonly edges: readonly GraphEdge[];
  /** Around all nodes. */
  readonly box: Box;
}

/** The graph of a selection, whether its arrows are selected or not; null where fewer than two nodes are. */
export function readGraph(scene: Scene, ids: Iterable<string>): Graph | null {
  const nodes = unitsOf(scene, ids);
  const box = uniteBoxes(nodes.map((node) => node.box));
  if (nodes.length < 2 || box === null) return null;
  const nodeOf = new Map(nodes.flatMap(({ ids }, index) => ids.map((id) => [id, index] as const)));
  const arrowIds = pickElements(scene, nodeOf.keys()).flatMap(({ boundElements }) =>
    boundElements.filter(({ type }) => type === 'arrow').map(({ id }) => id),
  );
  const edges = pickElements(scene, arrowIds).flatMap((arrow) => {
    if (arrow.type !== 'arrow' || arrow.locked) return [];
    const from = nodeOf.get(arrow.startBinding?.elementId ?? '');
    const to = nodeOf.get(arrow.endBinding?.elementId ?? '');
    return from === undefined || to === undefined || from === to
      ? []
      : [{ arrowId: arrow.id, from, to }];
  });
  return { nodes, edges, box };
}
