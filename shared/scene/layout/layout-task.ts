import type { Box, Point } from '../model/element.ts';
import type { Graph } from './read-graph.ts';

export type LayoutKind = 'layers' | 'tree';

/** Which way arrows lead. */
export type Direction = 'down' | 'right';

/** Free space, in scene units. */
export const NODE_GAP = 40;
export const LAYER_GAP = 80;

/** What is to be laid out: plain data, for a page without rights. */
export interface LayoutTask {
  readonly kind: LayoutKind;
  readonly direction: Direction;
  readonly sizes: readonly Pick<Box, 'width' | 'height'>[];
  /** Indexes of sizes: where an arrow comes from, and where it leads. */
  readonly edges: readonly (readonly [from: number, to: number])[];
}

export interface Placing {
  /** Of each size. */
  readonly middles: readonly Point[];
  /** Points that each edge passes between its ends; none for a straight one. */
  readonly bends: readonly (readonly Point[])[];
}

export function describeTask(
  { nodes, edges }: Graph,
  kind: LayoutKind,
  direction: Direction,
): LayoutTask {
  return {
    kind,
    direction,
    sizes: nodes.map(({ box: { width, height } }) => ({ width, height })),
    edges: edges.map(({ from, to }) => [from, to]),
  };
}

/** Whether `value` can be what came of `task`. */
export function isPlacing(value: unknown, task: LayoutTask): value is Placing {
  const { middles, bends } = (value ?? {}) as Partial<Record<keyof Placing, unknown>>;
  return (
    isList(middles, isPoint) &&
    middles.length === task.sizes.length &&
    isList(bends, (one) => isList(one, isPoint)) &&
    bends.length === task.edges.length
  );
}

function isList(value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isItem);
}

function isPoint(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}
