/** The modules of a QR code in rows from the top, true for dark; and which of them hold no data. */
export class Grid {
  readonly size: number;
  readonly rows: boolean[][];
  readonly #fixed: boolean[][];

  constructor(size: number) {
    this.size = size;
    this.rows = Array.from({ length: size }, () => Array(size).fill(false));
    this.#fixed = Array.from({ length: size }, () => Array(size).fill(false));
  }

  isDark(x: number, y: number): boolean {
    return this.rows[y]?.[x] ?? false;
  }

  set(x: number, y: number, isDark: boolean): void {
    const row = this.rows[y];
    if (row && x in row) row[x] = isDark;
  }

  /** Sets a module that holds no data; none where the code has ended. */
  fix(x: number, y: number, isDark: boolean): void {
    this.set(x, y, isDark);
    const row = this.#fixed[y];
    if (row && x in row) row[x] = true;
  }

  /** The modules for data, in the order in which they are filled: two columns upwards, the next two downwards. */
  *free(): Iterable<Place> {
    for (let right = this.size - 1; right > 0; right -= 2) {
      // One column holds nothing but the timing.
      if (right === TIMING) right--;
      const isDownwards = ((right + 1) & 2) !== 0;
      for (let step = 0; step < this.size; step++) {
        const y = isDownwards ? step : this.size - 1 - step;
        for (const x of [right, right - 1]) if (!this.#fixed[y]?.[x]) yield [x, y];
      }
    }
  }
}

export type Place = readonly [x: number, y: number];

/** Row and column of the modules that alternate, by which a camera counts. */
export const TIMING = 6;
