import { unrotatedBox } from '../../../shared/scene/geometry/bounds.ts';
import type { SceneElement } from '../../../shared/scene/model/element.ts';
import type { SvgNode } from '../../../shared/scene/render/svg-node.ts';

/** The box of an element, or its picture. */
export function renderElement(
  element: SceneElement,
  _scene: unknown,
  hrefOf: (fileId: string) => string | null,
): SvgNode {
  const { x, y, width, height } = unrotatedBox(element);
  if (element.type === 'image') {
    const href = hrefOf(element.fileId) ?? '';
    return { tag: 'image', attributes: { x, y, width, height, href }, children: [] };
  }
  const stroke = { stroke: element.strokeColor, 'stroke-width': element.strokeWidth };
  return {
    tag: 'rect',
    attributes: { x, y, width, height, fill: 'none', ...stroke },
    children: [],
  };
}
