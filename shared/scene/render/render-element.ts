import { unrotatedBox } from '../geometry/bounds.ts';
import { isLinear } from '../geometry/path.ts';
import type { SceneElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { clipAroundLabel, lineLabelOf } from './clip-around-label.ts';
import { node } from './nodes.ts';
import { rounded } from './numbers.ts';
import { renderHighlight, renderRedaction } from './render-cover.ts';
import { renderFrame } from './render-frame.ts';
import { renderFreedraw } from './render-freedraw.ts';
import { renderImage } from './render-image.ts';
import { renderLine } from './render-line.ts';
import { renderShape } from './render-shape.ts';
import { renderStep, renderText } from './render-text.ts';
import type { SvgNode } from './svg-node.ts';

/** Address of the picture with this id, or null where there is none to show. */
export type HrefOf = (fileId: string) => string | null;

/** The element as SVG, a `g` in the coordinates of the scene. */
export function renderElement(element: SceneElement, scene: Scene, hrefOf: HrefOf): SvgNode {
  const body = renderBody(element, scene, hrefOf);
  const label = isLinear(element) ? lineLabelOf(element, scene) : undefined;
  const children =
    isLinear(element) && label !== undefined ? clipAroundLabel(element, label, body) : body;
  const isSeeThrough = element.opacity < 100 && element.type !== 'redaction';
  return node(
    'g',
    {
      transform: placeOf(element),
      opacity: isSeeThrough ? Math.max(0, element.opacity) / 100 : undefined,
    },
    children,
  );
}

/** All that the look of an element depends on: where none of it is another, the element looks as it did. */
export function lookDependsOn(element: SceneElement, scene: Scene): readonly unknown[] {
  if (element.type === 'image') return [element, scene.files[element.fileId]];
  if (!isLinear(element)) return [element];
  const bound = element.boundElements.find(({ type }) => type === 'text');
  return [element, bound && findElement(scene, bound.id)];
}

function renderBody(element: SceneElement, scene: Scene, hrefOf: HrefOf): readonly SvgNode[] {
  switch (element.type) {
    case 'rectangle':
    case 'ellipse':
    case 'diamond':
      return renderShape(element);
    case 'line':
    case 'arrow':
      return renderLine(element);
    case 'freedraw':
      return renderFreedraw(element);
    case 'text':
      return renderText(element);
    case 'highlight':
      return renderHighlight(element);
    case 'step':
      return renderStep(element);
    case 'redaction':
      return renderRedaction(element);
    case 'image':
      return renderImage(element, scene.files[element.fileId], hrefOf(element.fileId));
    case 'frame':
      return renderFrame(element);
  }
}

function placeOf(element: SceneElement): string {
  const { x, y, angle } = element;
  const move = `translate(${rounded(x)} ${rounded(y)})`;
  if (angle === 0) return move;
  const box = unrotatedBox(element);
  const degrees = rounded((angle * 180) / Math.PI);
  return `${move} rotate(${degrees} ${rounded(box.x - x + box.width / 2)} ${rounded(box.y - y + box.height / 2)})`;
}
