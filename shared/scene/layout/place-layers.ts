// The copy that Mermaid brings: laying out takes no room of its own.
import { layout } from 'dagre-d3-es/src/dagre/index.js';
import { Graph } from 'dagre-d3-es/src/graphlib/index.js';
import type { Point } from '../model/element.ts';
import { LAYER_GAP, type LayoutTask, NODE_GAP, type Placing } from './layout-task.ts';

/** Places shapes in layers, so that their arrows lead one way and cross little. */
export function placeLayers({ direction, sizes, edges }: LayoutTask): Placing {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: direction === 'down' ? 'TB' : 'LR',
    nodesep: NODE_GAP,
    edgesep: NODE_GAP / 2,
    ranksep: LAYER_GAP,
  });
  for (const [index, { width, height }] of sizes.entries())
    graph.setNode(String(index), { width, height });
  for (const [index, [from, to]] of edges.entries())
    graph.setEdge(String(from), String(to), {}, String(index));
  layout(graph, {});
  return {
    middles: sizes.map((_, index): Point => {
      const { x, y } = graph.node(String(index));
      return [x, y];
    }),
    bends: edges.map(([from, to], index) => {
      const { points = [] } = graph.edge(String(from), String(to), String(index));
      return bendsOf(points);
    }),
  };
}

/** An arrow to the next layer is straight; one that passes others goes round them. */
function bendsOf(points: readonly { readonly x: number; readonly y: number }[]): readonly Point[] {
  return points.length <= 3 ? [] : points.slice(1, -1).map(({ x, y }): Point => [x, y]);
}
