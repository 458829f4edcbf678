import type { LayoutTask, Placing } from './layout-task.ts';
import { placeLayers } from './place-layers.ts';
import { placeTree } from './place-tree.ts';

/** Says where shapes go, so that arrows lead from one to the next. */
export function placeGraph(task: LayoutTask): Placing {
  return task.kind === 'tree' ? placeTree(task) : placeLayers(task);
}
