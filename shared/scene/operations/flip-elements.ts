import { boundsOfAll } from '../geometry/bounds.ts';
import { middleOf } from '../geometry/box.ts';
import { type Axis, mirror } from '../geometry/fit-into.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';
import { pickMovable, withFrameChildren } from './pick.ts';

/** Mirrors elements about the middle of them all, left to right (`horizontal`) or top to bottom. */
export function flipElements(scene: Scene, ids: Iterable<string>, axis: Axis): Scene {
  const picked = withFrameChildren(scene, pickMovable(scene, ids));
  const box = boundsOfAll(picked);
  if (box === null) return scene;
  const [x, y] = middleOf(box);
  const at = axis === 'horizontal' ? x : y;
  return editScene(scene, { changed: picked.map((element) => mirror(element, axis, at)) });
}
