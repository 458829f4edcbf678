import { boundsOf } from '../../../shared/scene/geometry/bounds.ts';
import { boxesMeet } from '../../../shared/scene/geometry/box.ts';
import { isLinear } from '../../../shared/scene/geometry/path.ts';
import type { Box, SceneElement } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { lookDependsOn } from '../../../shared/scene/render/render-element.ts';

/** A run of elements that lie one above the other, and those of them that are near what is shown. */
export interface Chunk {
  readonly all: readonly SceneElement[];
  readonly near: readonly SceneElement[];
  /** What else the look of `near` depends on: labels, in which lines have a hole. */
  readonly others: readonly unknown[];
}

export interface Chunks {
  readonly box: Box;
  readonly list: readonly Chunk[];
}

/** Few enough that to paint a run again costs nothing, many enough that there are few runs. */
export const CHUNK_SIZE = 64;

/**
 * The elements in runs of `CHUNK_SIZE`, each with those whose bounds meet `box`. A run of which nothing changed is
 * the very one of `before`, so that work that hangs on it is done once.
 */
export function chunkElements(scene: Scene, box: Box, before: Chunks | null): Chunks {
  const { elements } = scene;
  const list: Chunk[] = [];
  for (let start = 0; start < elements.length; start += CHUNK_SIZE) {
    const end = Math.min(start + CHUNK_SIZE, elements.length);
    const known = before?.list[list.length];
    if (before?.box === box && known && isSameRun(known, scene, start, end)) list.push(known);
    else list.push(makeChunk(scene, elements.slice(start, end), box, known));
  }
  return { box, list };
}

function makeChunk(
  scene: Scene,
  all: readonly SceneElement[],
  box: Box,
  known: Chunk | undefined,
): Chunk {
  const near = all.filter((element) => boxesMeet(boundsOf(element), box));
  const others = othersOf(near, scene);
  const isKnown = known && isSameList(near, known.near) && isSameList(others, known.others);
  return isKnown && isSameList(all, known.all) ? known : { all, near, others };
}

function isSameRun(
  { all, near, others }: Chunk,
  scene: Scene,
  start: number,
  end: number,
): boolean {
  if (all.length !== end - start) return false;
  for (let index = start; index < end; index++) {
    if (all[index - start] !== scene.elements[index]) return false;
  }
  return others.length === 0 || othersOf(near, scene).every((one, index) => one === others[index]);
}

function othersOf(near: readonly SceneElement[], scene: Scene): readonly unknown[] {
  return near.flatMap((element) => {
    if (element.type !== 'image' && !isLinear(element)) return [];
    const [, ...others] = lookDependsOn(element, scene);
    return others[0] === undefined ? [] : others;
  });
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
