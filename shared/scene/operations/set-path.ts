import { hasPoints } from '../geometry/path.ts';
import { withPath } from '../geometry/reshape.ts';
import type { Point } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';

/** Leads a line or arrow along `points` of the scene, two at least. Ends that are bound stay at their shapes. */
export function setPath(scene: Scene, id: string, points: readonly Point[]): Scene {
  const element = findElement(scene, id);
  if (element === undefined || !hasPoints(element) || element.locked || points.length < 2)
    return scene;
  if (element.type === 'freedraw' && points.length !== element.points.length) return scene;
  return editScene(scene, { changed: [withPath(element, points)] });
}
