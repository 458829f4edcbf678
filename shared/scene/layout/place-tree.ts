import { hierarchy, tree } from 'd3-hierarchy';
import type { Point } from '../model/element.ts';
import {
  type Direction,
  LAYER_GAP,
  type LayoutTask,
  NODE_GAP,
  type Placing,
} from './layout-task.ts';

/** A node of the tree; null stands above all roots. */
interface Branch {
  readonly node: number | null;
  readonly children: Branch[];
}

/** Places shapes as a tree: each once, below the first one that an arrow leads from. */
export function placeTree(task: LayoutTask): Placing {
  const { direction } = task;
  const sizes = task.sizes.map((size) => sizeOf(size, direction));
  const breadth = ({ node }: Branch) => (node === null ? 0 : (sizes[node]?.breadth ?? 0));
  const root = hierarchy(growTree(task));
  const placed = tree<Branch>()
    .nodeSize([1, 1])
    .separation((a, b) => (breadth(a.data) + breadth(b.data)) / 2 + NODE_GAP)(root);
  const depths: number[] = [];
  placed.each(({ data, depth }) => {
    const deep = data.node === null ? 0 : (sizes[data.node]?.depth ?? 0);
    depths[depth] = Math.max(depths[depth] ?? 0, deep);
  });
  const middles: Point[] = [];
  placed.each(({ data, x, depth }) => {
    if (data.node === null) return;
    const above = depths.slice(0, depth).reduce((sum, deep) => sum + deep + LAYER_GAP, 0);
    const along = above + (depths[depth] ?? 0) / 2;
    middles[data.node] = direction === 'down' ? [x, along] : [along, x];
  });
  return { middles, bends: task.edges.map(() => []) };
}

function sizeOf({ width, height }: LayoutTask['sizes'][number], direction: Direction) {
  return direction === 'down'
    ? { breadth: width, depth: height }
    : { breadth: height, depth: width };
}

/** Begins at nodes that no arrow leads to, then, for rings, at whatever is left. */
function growTree({ sizes, edges }: LayoutTask): Branch {
  const next = sizes.map((): number[] => []);
  const isTarget = sizes.map(() => false);
  for (const [from, to] of edges) {
    next[from]?.push(to);
    isTarget[to] = true;
  }
  const order = sizes.map((_, index) => index);
  const starts = [...order.filter((index) => !isTarget[index]), ...order];
  const reached = new Set<number>();
  const root: Branch = { node: null, children: [] };
  for (const start of starts) {
    if (reached.has(start)) continue;
    reached.add(start);
    const top: Branch = { node: start, children: [] };
    root.children.push(top);
    const waiting = [top];
    for (let branch = waiting.shift(); branch !== undefined; branch = waiting.shift()) {
      for (const to of next[branch.node as number] ?? []) {
        if (reached.has(to)) continue;
        reached.add(to);
        const child: Branch = { node: to, children: [] };
        branch.children.push(child);
        waiting.push(child);
      }
    }
  }
  return root;
}
