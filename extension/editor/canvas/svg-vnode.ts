import { h, type VNode } from 'preact';

import type { SvgNode } from '../../../shared/scene/render/svg-node.ts';

/** An SVG node as Preact's. */
export function toVNode({ tag, attributes, children }: SvgNode): VNode {
  return h(
    tag,
    attributes,
    ...children.map((child) => (typeof child === 'string' ? child : toVNode(child))),
  );
}
