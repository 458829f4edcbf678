import type { SceneElement } from '../model/element.ts';
import { findElement, pickElements } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';

/** The elements with these ids that aren't locked, from the back to the front. */
export function pickUnlocked(scene: Scene, ids: Iterable<string>): SceneElement[] {
  return pickElements(scene, ids).filter(({ locked }) => !locked);
}

/** The same, with what a label belongs to in place of the label, which can't lie anywhere by itself. */
export function pickMovable(scene: Scene, ids: Iterable<string>): SceneElement[] {
  const owners = pickElements(scene, ids).map((element) =>
    element.type === 'text' ? (element.containerId ?? element.id) : element.id,
  );
  return pickUnlocked(scene, owners);
}

/** `elements` and the labels of those that have one, without doubles. */
export function withLabels(scene: Scene, elements: readonly SceneElement[]): SceneElement[] {
  const all = new Set<string>();
  for (const element of elements) {
    all.add(element.id);
    for (const bound of element.boundElements) if (bound.type === 'text') all.add(bound.id);
  }
  return pickElements(scene, all);
}

/** The label of `element`, if it has one. */
export function labelOf(scene: Scene, element: SceneElement) {
  const bound = element.boundElements.find(({ type }) => type === 'text');
  const label = bound === undefined ? undefined : findElement(scene, bound.id);
  return label?.type === 'text' ? label : undefined;
}

/** `elements` and what lies in those of them that are frames, without doubles. */
export function withFrameChildren(scene: Scene, elements: readonly SceneElement[]): SceneElement[] {
  const frames = new Set(elements.filter(({ type }) => type === 'frame').map(({ id }) => id));
  if (frames.size === 0) return [...elements];
  const ids = new Set(elements.map(({ id }) => id));
  for (const { id, frameId } of scene.elements)
    if (frameId !== null && frames.has(frameId)) ids.add(id);
  return pickElements(scene, ids);
}
