import { boundsOfAll } from '../geometry/bounds.ts';
import type { Box, Point, SceneElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import { shiftElements } from './move-elements.ts';
import { pickMovable, withFrameChildren } from './pick.ts';

/** What is aligned or distributed as one: an element, a group, or a frame with its children. */
export interface Unit {
  readonly ids: readonly string[];
  readonly box: Box;
}

/** The units of a selection. Arrows that are bound follow their shapes and are none. */
export function unitsOf(scene: Scene, ids: Iterable<string>): Unit[] {
  const picked = pickMovable(scene, ids).filter(
    (element) =>
      element.type !== 'arrow' || (element.startBinding === null && element.endBinding === null),
  );
  const chosen = new Set(picked.map(({ id }) => id));
  const units = new Map<string, SceneElement[]>();
  for (const element of picked) {
    if (element.frameId !== null && chosen.has(element.frameId)) continue;
    const key = element.groupIds.at(-1) ?? element.id;
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [element]);
    else unit.push(element);
  }
  return [...units.values()].map((elements) => ({
    ids: withFrameChildren(scene, elements).map(({ id }) => id),
    box: boundsOfAll(elements) as Box,
  }));
}

/** Moves each unit by the offset at the same index. */
export function shiftUnits(scene: Scene, units: readonly Unit[], offsets: readonly Point[]): Scene {
  const byId = units.flatMap(({ ids }, index) =>
    ids.map((id): [string, Point] => [id, offsets[index] ?? [0, 0]]),
  );
  return shiftElements(scene, new Map(byId));
}
