import { boundsOf } from '../geometry/bounds.ts';
import { boxContains } from '../geometry/box.ts';
import { findElement, pickElements } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';
import { pickMovable, withLabels } from './pick.ts';

/** Puts elements with their labels into a frame, or out of any where `frameId` is null. Frames don't nest. */
export function setFrame(scene: Scene, ids: Iterable<string>, frameId: string | null): Scene {
  if (frameId !== null && findElement(scene, frameId)?.type !== 'frame') return scene;
  const changed = withLabels(scene, pickMovable(scene, ids))
    .filter((element) => element.type !== 'frame' && element.frameId !== frameId)
    .map((element) => ({ ...element, frameId }));
  return editScene(scene, { changed });
}

/** Puts each element into the frontmost frame that it lies in wholly, or out of any: after a move. */
export function settleInFrames(scene: Scene, ids: Iterable<string>): Scene {
  const frames = scene.elements.filter(({ type }) => type === 'frame').reverse();
  const picked = pickMovable(scene, ids).filter(({ type }) => type !== 'frame');
  let settled = scene;
  for (const element of picked) {
    const bounds = boundsOf(element);
    const frame = frames.find((one) => boxContains(one, bounds));
    settled = setFrame(settled, [element.id], frame?.id ?? null);
  }
  return settled;
}

/** Names a frame, or gives it its plain name back where `name` is empty. */
export function renameFrame(scene: Scene, id: string, name: string): Scene {
  const [frame] = pickElements(scene, [id]);
  const given = name.trim() === '' ? null : name.trim();
  if (frame?.type !== 'frame' || frame.locked || frame.name === given) return scene;
  return editScene(scene, { changed: [{ ...frame, name: given }] });
}
