import type { SceneElement } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';

/** What makes one scene of another. */
export interface SceneDifference {
  readonly added: readonly SceneElement[];
  readonly removed: readonly SceneElement[];
  /** As they are afterwards. */
  readonly changed: readonly SceneElement[];
}

export function compareScenes(before: Scene, after: Scene): SceneDifference {
  const old = new Map(before.elements.map((element) => [element.id, element]));
  const kept = new Set(after.elements.map(({ id }) => id));
  return {
    added: after.elements.filter(({ id }) => !old.has(id)),
    removed: before.elements.filter(({ id }) => !kept.has(id)),
    changed: after.elements.filter((element) => {
      const was = old.get(element.id);
      return was !== undefined && JSON.stringify(was) !== JSON.stringify(element);
    }),
  };
}
