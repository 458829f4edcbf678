const FOUND = Symbol.for('inkseal diagrams');
/** The world that this extension's scripts have in the page; the page itself can't see it. */
const world = globalThis as { [FOUND]?: readonly Element[] };

/** Remembers what was found, in its order, for `find-element` to come back to. */
export function keepElements(elements: readonly Element[]): void {
  world[FOUND] = elements;
}
