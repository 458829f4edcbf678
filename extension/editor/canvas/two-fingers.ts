import { distance, middleBetween } from '../../../shared/scene/geometry/point.ts';
import type { Point } from '../../../shared/scene/model/element.ts';
import { panBy, type View, zoomAt } from './view.ts';

/** Two fingers on the canvas: what is under them stays under them. */
export class TwoFingers {
  readonly #fingers = new Map<number, Point>();

  /** A finger came down at `at` of the canvas; returns whether there are two now, or more. */
  down(id: number, at: Point): boolean {
    this.#fingers.set(id, at);
    return this.#fingers.size >= 2;
  }

  up(id: number): void {
    this.#fingers.delete(id);
  }

  /** How a finger that moved to `at` changes the view, or null where it is alone. */
  move(id: number, at: Point): ((view: View) => View) | null {
    if (!this.#fingers.has(id) || this.#fingers.size < 2) return null;
    const [first, second] = [...this.#fingers.keys()];
    const before = this.#pair(first, second);
    this.#fingers.set(id, at);
    const after = this.#pair(first, second);
    if (before === null || after === null) return null;
    const from = middleBetween(...before);
    const to = middleBetween(...after);
    const stretch = distance(...before) > 0 ? distance(...after) / distance(...before) : 1;
    return (view) => zoomAt(panBy(view, to[0] - from[0], to[1] - from[1]), view.zoom * stretch, to);
  }

  #pair(first: number | undefined, second: number | undefined): [Point, Point] | null {
    const a = first === undefined ? undefined : this.#fingers.get(first);
    const b = second === undefined ? undefined : this.#fingers.get(second);
    return a && b ? [a, b] : null;
  }
}
