import { boundsOf } from '../../../shared/scene/geometry/bounds.ts';
import { boxesMeet } from '../../../shared/scene/geometry/box.ts';
import type { Box, SceneElement } from '../../../shared/scene/model/element.ts';

/** A run of elements that lie one above the other, and those of them that are near what is shown. */
export interface Chunk {
  readonly all: readonly SceneElement[];
  readonly near: readonly SceneElement[];
}

/** Few enough that to paint a run again costs nothing, many enough that there are few runs. */
export const CHUNK_SIZE = 64;

/**
 * Elements in runs of `CHUNK_SIZE`, each with those whose bounds touch `box`. A run of which nothing changed is the
 * one of `before`, so that work that hangs on it is done once.
 */
export function chunkElements(
  elements: readonly SceneElement[],
  box: Box,
  before: { readonly box: Box; readonly chunks: readonly Chunk[] } | null,
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < elements.length; start += CHUNK_SIZE) {
    const end = Math.min(start + CHUNK_SIZE, elements.length);
    const known = before?.chunks[chunks.length];
    if (before?.box === box && known && isSameRun(known.all, elements, start, end)) {
      chunks.push(known);
      continue;
    }
    const all = elements.slice(start, end);
    chunks.push({ all, near: all.filter((element) => boxesMeet(boundsOf(element), box)) });
  }
  return chunks;
}

function isSameRun(
  run: readonly SceneElement[],
  elements: readonly SceneElement[],
  start: number,
  end: number,
): boolean {
  if (run.length !== end - start) return false;
  for (let index = start; index < end; index++) {
    if (run[index - start] !== elements[index]) return false;
  }
  return true;
}
