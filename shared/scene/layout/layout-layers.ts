import { Graph as DagreGraph, layout } from '@dagrejs/dagre';
import type { Point } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { applyLayout, type Direction, LAYER_GAP, NODE_GAP } from './apply-layout.ts';
import { readGraph } from './read-graph.ts';

/** Lays the shapes of a selection out in layers, so that their arrows lead one way and cross little. */
export function layoutLayers(scene: Scene, ids: Iterable<string>, direction: Direction): Scene {
  const graph = readGraph(scene, ids);
  if (graph === null) return scene;
  const dagre = new DagreGraph({ multigraph: true });
  dagre.setGraph({
    rankdir: direction === 'down' ? 'TB' : 'LR',
    nodesep: NODE_GAP,
    edgesep: NODE_GAP / 2,
    ranksep: LAYER_GAP,
  });
  for (const [index, { box }] of graph.nodes.entries())
    dagre.setNode(String(index), { width: box.width, height: box.height });
  for (const { arrowId, from, to } of graph.edges)
    dagre.setEdge(String(from), String(to), {}, arrowId);
  layout(dagre);
  const bends = graph.edges.map(({ arrowId, from, to }) => {
    const { points = [] } = dagre.edge({ v: String(from), w: String(to), name: arrowId });
    return [arrowId, bendsOf(points)] as const;
  });
  const middles = graph.nodes.map((_, index): Point => {
    const { x, y } = dagre.node(String(index));
    return [x, y];
  });
  return applyLayout(scene, graph, { middles, bends: new Map(bends) });
}

/** An arrow to the next layer is straight; one that passes others goes round them. */
function bendsOf(points: readonly { readonly x: number; readonly y: number }[]): readonly Point[] {
  return points.length <= 3 ? [] : points.slice(1, -1).map(({ x, y }): Point => [x, y]);
}
