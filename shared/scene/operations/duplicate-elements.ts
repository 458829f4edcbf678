import type { Scene } from '../model/scene.ts';
import { addElements } from './add-elements.ts';
import { copyElements } from './copy-elements.ts';
import { pickUnlocked, withFrameChildren, withLabels } from './pick.ts';

export interface Duplicated {
  readonly scene: Scene;
  /** Id of the copy by the id of what was copied, labels and frames' children among them. */
  readonly copies: ReadonlyMap<string, string>;
}

/** Puts copies of elements in front of all others, moved by `dx` and `dy` scene units. */
export function duplicateElements(
  scene: Scene,
  ids: Iterable<string>,
  dx: number,
  dy: number,
  makeId?: () => string,
): Duplicated {
  const picked = withLabels(scene, withFrameChildren(scene, pickUnlocked(scene, ids)));
  const copied = copyElements(picked, makeId).map((element) => ({
    ...element,
    x: element.x + dx,
    y: element.y + dy,
  }));
  return {
    scene: addElements(scene, copied),
    copies: new Map(picked.map(({ id }, index) => [id, copied[index]?.id as string])),
  };
}
