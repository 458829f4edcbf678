import { boundsOf } from '../geometry/bounds.ts';
import { growBox, uniteBoxes } from '../geometry/box.ts';
import { isLinear } from '../geometry/path.ts';
import type { Box, SceneElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { FRAME_NAME_HEIGHT } from './render-frame.ts';

/** Room around all elements of a scene that isn't cropped, in scene units. */
export const SCENE_PADDING = 16;

/** What a picture of the scene shows: its crop, or everything with some room around. Null for an empty scene. */
export function sceneBox(scene: Scene): Box | null {
  if (scene.crop !== null) return scene.crop;
  const all = uniteBoxes(scene.elements.map(paintedBox));
  return all && growBox(all, SCENE_PADDING);
}

/** The box around all that the element paints: line width, arrowheads and a frame's name with it. */
export function paintedBox(element: SceneElement): Box {
  const box = boundsOf(element);
  if (element.type === 'frame')
    return {
      ...box,
      y: box.y - FRAME_NAME_HEIGHT,
      height: box.height + FRAME_NAME_HEIGHT,
    };
  if (isLinear(element)) return growBox(box, 4 + element.strokeWidth * 2.5);
  return growBox(box, element.strokeWidth * (element.type === 'freedraw' ? 1.5 : 0.5));
}
