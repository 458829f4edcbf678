import { boundsOfAll, centreOf } from '../geometry/bounds.ts';
import { middleOf } from '../geometry/box.ts';
import { normaliseAngle, rotatePoint } from '../geometry/point.ts';
import { pathInScene, withPath } from '../geometry/reshape.ts';
import type { Point, SceneElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';
import { pickMovable, withFrameChildren } from './pick.ts';

/** Turns elements by `angle` radians clockwise about the middle of them all. Frames stay upright. */
export function rotateElements(scene: Scene, ids: Iterable<string>, angle: number): Scene {
  const picked = withFrameChildren(scene, pickMovable(scene, ids)).filter(
    ({ type }) => type !== 'frame',
  );
  const box = boundsOfAll(picked);
  if (box === null || angle === 0) return scene;
  return editScene(scene, { changed: picked.map((one) => turn(one, middleOf(box), angle)) });
}

function turn(element: SceneElement, about: Point, angle: number): SceneElement {
  if (element.type === 'arrow') {
    const points = pathInScene(element).map((point) => rotatePoint(point, about, angle));
    return withPath(element, points);
  }
  const from = centreOf(element);
  const to = rotatePoint(from, about, angle);
  return {
    ...element,
    x: element.x + to[0] - from[0],
    y: element.y + to[1] - from[1],
    angle: normaliseAngle(element.angle + angle),
  };
}
