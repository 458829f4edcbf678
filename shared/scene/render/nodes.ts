import { rounded } from './numbers.ts';
import type { SvgNode } from './svg-node.ts';

type Given = Readonly<Record<string, string | number | undefined>>;

/** A node; numbers are rounded and attributes without a value left out. */
export function node(
  tag: string,
  given: Given,
  children: readonly (SvgNode | string)[] = [],
): SvgNode {
  const attributes: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) attributes[name] = typeof value === 'number' ? rounded(value) : value;
  }
  return { tag, attributes, children };
}
