import { boxesMeet } from '../geometry/box.ts';
import type { Box } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { paint } from './colors.ts';
import { node } from './nodes.ts';
import { type HrefOf, renderElement } from './render-element.ts';
import { paintedBox, sceneBox } from './scene-box.ts';
import type { SvgNode } from './svg-node.ts';

export interface Rendering {
  readonly hrefOf: HrefOf;
  /** What of the scene is shown; else its crop or everything. */
  readonly box?: Box;
  /** Whether the scene's own ground is painted; else it is transparent. */
  readonly background?: boolean;
}

const NOTHING: Box = { x: 0, y: 0, width: 1, height: 1 };

/** The scene as an SVG document. Redactions are drawn as covers; what is below is still in it until it is burned. */
export function renderScene(
  scene: Scene,
  { hrefOf, background = true, ...given }: Rendering,
): SvgNode {
  const box = given.box ?? sceneBox(scene) ?? NOTHING;
  const { x, y, width, height } = box;
  const ground = background ? paint(scene.backgroundColor) : 'none';
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: [x, y, width, height].map((value) => Math.round(value * 1000) / 1000).join(' '),
    },
    [
      ...(ground === 'none' ? [] : [node('rect', { x, y, width, height, fill: ground })]),
      ...scene.elements
        .filter((element) => boxesMeet(paintedBox(element), box))
        .map((element) => renderElement(element, scene, hrefOf)),
    ],
  );
}
