/** Red, green and blue, 0 to 255 each. */
export type Color = readonly [red: number, green: number, blue: number];

export interface Mosaic {
  readonly columns: number;
  readonly rows: number;
  /** Row by row. */
  readonly colors: readonly Color[];
}

/** Mean colours of what surrounds an area, side by side: as many above and below as columns, at the sides as rows. */
export interface Fringe {
  readonly above: readonly (Color | undefined)[];
  readonly below: readonly (Color | undefined)[];
  readonly left: readonly (Color | undefined)[];
  readonly right: readonly (Color | undefined)[];
}

const GREY: Color = [128, 128, 128];

/**
 * Blocks in the colours of what lies around them, the nearer side the stronger. Nothing of what is below them
 * enters: whatever stood there, the blocks are the same.
 */
export function makeMosaic(fringe: Fringe): Mosaic {
  const columns = fringe.above.length;
  const rows = fringe.left.length;
  const colors: Color[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      colors.push(
        blend([
          [fringe.above[column], 1 / (row + 1)],
          [fringe.below[column], 1 / (rows - row)],
          [fringe.left[row], 1 / (column + 1)],
          [fringe.right[row], 1 / (columns - column)],
        ]),
      );
    }
  }
  return { columns, rows, colors };
}

function blend(parts: readonly (readonly [Color | undefined, number])[]): Color {
  const known = parts.filter((part): part is readonly [Color, number] => part[0] !== undefined);
  const weight = known.reduce((sum, [, share]) => sum + share, 0);
  if (weight === 0) return GREY;
  const mean = (channel: 0 | 1 | 2) =>
    Math.round(known.reduce((sum, [color, share]) => sum + color[channel] * share, 0) / weight);
  return [mean(0), mean(1), mean(2)];
}
