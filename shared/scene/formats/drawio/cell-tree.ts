import type { Point } from '../../model/element.ts';
import { READ_LIMITS } from '../read-limits.ts';
import { ReadError } from '../read-result.ts';
import type { Cell } from './cell.ts';

/** Where cells stand, in one another and on the page. */
export class CellTree {
  readonly #byId: ReadonlyMap<string, Cell>;
  readonly #origins = new Map<string, Point>();
  readonly #holders: ReadonlySet<string>;

  constructor(cells: readonly Cell[]) {
    this.#byId = new Map(cells.map((cell) => [cell.id, cell]));
    this.#holders = new Set(cells.map(({ parent }) => parent));
  }

  get(id: string | undefined): Cell | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** Whether `cell` is a shape with other cells in it. */
  holdsOthers({ id, kind }: Cell): boolean {
    return kind === 'vertex' && this.#holders.has(id);
  }

  /** Whether `cell` and all that it is in are shown. */
  isShown(cell: Cell): boolean {
    return cell.isVisible && this.#parents(cell).every(({ isVisible }) => isVisible);
  }

  /** Shapes that hold `cell`, the innermost first. */
  containers(cell: Cell): Cell[] {
    return this.#parents(cell).filter(({ kind }) => kind === 'vertex');
  }

  /** Top left corner of what `cell` is in, on the page. */
  originOf(cell: Cell): Point {
    const known = this.#origins.get(cell.parent);
    if (known !== undefined) return known;
    let [x, y] = [0, 0];
    for (const container of this.containers(cell)) {
      const { box, isRelative, parent } = container;
      const outer = isRelative ? this.get(parent)?.box : undefined;
      x += outer ? outer.width * box.x : box.x;
      y += outer ? outer.height * box.y : box.y;
    }
    if (!(Math.max(Math.abs(x), Math.abs(y)) <= READ_LIMITS.coordinate))
      throw new ReadError('bad-number');
    this.#origins.set(cell.parent, [x, y]);
    return [x, y];
  }

  /** @throws {ReadError} `broken` where cells are in one another, `too-deep` */
  #parents(cell: Cell): Cell[] {
    const parents: Cell[] = [];
    for (let at = this.get(cell.parent); at !== undefined; at = this.get(at.parent)) {
      if (at.id === at.parent || at.id === cell.id) throw new ReadError('broken');
      if (parents.length > READ_LIMITS.depth) throw new ReadError('too-deep');
      parents.push(at);
    }
    return parents;
  }
}
