import { boundsOf, centreOf } from '../../geometry/bounds.ts';
import { boxesMeet } from '../../geometry/box.ts';
import type { RedactionElement, SceneElement } from '../../model/element.ts';
import { findElement, positionsOf } from '../../model/index-elements.ts';
import type { Scene } from '../../model/scene.ts';
import { type Band, sideOf } from './band.ts';
import { staysWhole } from './cut-element.ts';

export interface Cover {
  readonly cover: RedactionElement;
  /** Id of the element right in front of which it must lie. */
  readonly above: string;
}

/**
 * Redactions that must be there after `band` was cut out of `before`, since texts and turned images move as one
 * piece while the redactions over them shrink or go.
 */
export function coverAgain(
  before: Scene,
  after: Scene,
  band: Band,
  makeId: () => string,
): readonly Cover[] {
  const redactions = before.elements.filter((element) => element.type === 'redaction');
  if (redactions.length === 0) return [];
  const height = positionsOf(before.elements);
  const isAbove = (upper: SceneElement, lower: SceneElement) =>
    (height.get(upper.id) ?? 0) > (height.get(lower.id) ?? 0);
  return before.elements
    .filter((element) => isSecretOnTheMove(before, element, band))
    .flatMap((element) => {
      const moved = findElement(after, element.id);
      if (moved === undefined) return [];
      const [from, to] = [centreOf(element), centreOf(moved)];
      const bounds = boundsOf(element);
      return redactions
        .filter((one) => isAbove(one, element) && boxesMeet(boundsOf(one), bounds))
        .map((redaction) => ({
          cover: {
            ...redaction,
            id: makeId(),
            x: redaction.x + to[0] - from[0],
            y: redaction.y + to[1] - from[1],
            frameId: null,
          },
          above: element.id,
        }));
    });
}

function isSecretOnTheMove(scene: Scene, element: SceneElement, band: Band): boolean {
  const mayTell = element.type === 'text' || element.type === 'image';
  return mayTell && staysWhole(scene, element) && sideOf(boundsOf(element), band) === 'across';
}
