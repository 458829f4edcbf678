import type { SceneElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { editScene } from './edit-scene.ts';
import { pickUnlocked, withLabels } from './pick.ts';
import { renumberSteps } from './steps.ts';

/** `ids` and all that is in the outermost groups of them: what a click on one of a group selects. */
export function expandToGroups(scene: Scene, ids: Iterable<string>): string[] {
  const chosen = new Set(ids);
  const groups = new Set(
    scene.elements.flatMap(({ id, groupIds }) => (chosen.has(id) ? groupIds.slice(-1) : [])),
  );
  return scene.elements
    .filter(({ id, groupIds }) => chosen.has(id) || groups.has(groupIds.at(-1) ?? ''))
    .map(({ id }) => id);
}

/** Makes one group of elements and brings it together, at the place of the frontmost of them. */
export function groupElements(scene: Scene, ids: Iterable<string>, groupId: string): Scene {
  const picked = pickUnlocked(scene, ids);
  if (picked.length < 2) return scene;
  const members = withLabels(scene, picked);
  const changed = members.map((element) => ({
    ...element,
    groupIds: [...element.groupIds, groupId],
  }));
  const grouped = editScene(scene, { changed });
  return renumberSteps({ ...grouped, elements: bringTogether(grouped.elements, groupId) });
}

/** Ends the outermost group of each element. */
export function ungroupElements(scene: Scene, ids: Iterable<string>): Scene {
  const groups = new Set(pickUnlocked(scene, ids).flatMap(({ groupIds }) => groupIds.slice(-1)));
  const changed = scene.elements
    .filter(({ groupIds }) => groups.has(groupIds.at(-1) ?? ''))
    .map((element) => ({ ...element, groupIds: element.groupIds.slice(0, -1) }));
  return editScene(scene, { changed });
}

function bringTogether(elements: readonly SceneElement[], groupId: string): SceneElement[] {
  const isMember = ({ groupIds }: SceneElement) => groupIds.includes(groupId);
  const last = elements.findLastIndex(isMember);
  return [
    ...elements.slice(0, last).filter((element) => !isMember(element)),
    ...elements.filter(isMember),
    ...elements.slice(last + 1),
  ];
}
