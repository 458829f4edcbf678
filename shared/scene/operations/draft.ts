import type { SceneElement } from '../model/element.ts';
import { positionsOf } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import type { Edits } from './edit-scene.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Elements of a scene with edits over them, until `finish` makes a list of them. Lives for one operation. */
export class Draft {
  readonly removed: ReadonlySet<string>;
  /** Ids of the new elements. */
  readonly added: readonly string[];
  /** Ids of what the operation itself edits, the removed ones among them. */
  readonly touched: ReadonlySet<string>;
  readonly #elements: readonly SceneElement[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #edited = new Map<string, SceneElement>();

  constructor(scene: Scene, { changed = [], removed = NOTHING, added = [] }: Edits) {
    this.#elements = scene.elements;
    this.#positions = positionsOf(scene.elements);
    this.removed = new Set([...removed].filter((id) => this.#positions.has(id)));
    const touched = new Set(this.removed);
    for (const element of changed) {
      const before = this.before(element.id);
      if (before === undefined || before === element || this.removed.has(element.id)) continue;
      this.#edited.set(element.id, element);
      touched.add(element.id);
    }
    const fresh = new Map(
      added.filter(({ id }) => !this.#positions.has(id)).map((element) => [element.id, element]),
    );
    for (const [id, element] of fresh) {
      this.#edited.set(id, element);
      touched.add(id);
    }
    this.added = [...fresh.keys()];
    this.touched = touched;
  }

  /** The element as it was before the operation. */
  before(id: string): SceneElement | undefined {
    const index = this.#positions.get(id);
    return index === undefined ? undefined : this.#elements[index];
  }

  /** The element as it is now. */
  get(id: string): SceneElement | undefined {
    if (this.removed.has(id)) return undefined;
    return this.#edited.get(id) ?? this.before(id);
  }

  /** Puts a new state of an element that `get` gives. */
  set(element: SceneElement): void {
    this.#edited.set(element.id, element);
  }

  /** All elements as they were before the operation. */
  all(): readonly SceneElement[] {
    return this.#elements;
  }

  /** Ids of all elements that differ now, removed ones left out. */
  edited(): string[] {
    return [...this.#edited.keys()];
  }

  /** The elements now, from the back to the front; the very list of before where none differs. */
  finish(): readonly SceneElement[] {
    const changed = [...this.#edited].filter(([id, element]) => this.before(id) !== element);
    if (changed.length === 0 && this.removed.size === 0) return this.#elements;
    const elements = this.#elements.slice();
    for (const [id, element] of changed) {
      const index = this.#positions.get(id);
      if (index === undefined) elements.push(element);
      else elements[index] = element;
    }
    return this.removed.size === 0 ? elements : elements.filter(({ id }) => !this.removed.has(id));
  }
}
