import { Grid, TIMING } from './grid.ts';

/** A code of `version` (1 to 40) with all that every one of it has, and place for format and data. */
export function drawPatterns(version: number): Grid {
  const grid = new Grid(version * 4 + 17);
  const last = grid.size - 1;
  for (let i = 0; i <= last; i++) {
    grid.fix(TIMING, i, i % 2 === 0);
    grid.fix(i, TIMING, i % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [last - 3, 3],
    [3, last - 3],
  ] as const) {
    drawSquares(grid, x, y, 4);
  }
  const middles = alignmentMiddles(version);
  const end = middles.length - 1;
  for (const [i, x] of middles.entries()) {
    for (const [j, y] of middles.entries()) {
      // The large squares are there already.
      const isCorner = (i === 0 && j === 0) || (i === 0 && j === end) || (i === end && j === 0);
      if (!isCorner) drawSquares(grid, x, y, 2);
    }
  }
  drawFormat(grid, 0);
  if (version >= 7) drawVersion(grid, version);
  return grid;
}

/** Squares in one another about a middle: dark, with a light ring, and a second one around large ones. */
function drawSquares(grid: Grid, x: number, y: number, radius: number): void {
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      grid.fix(x + dx, y + dy, radius === 2 ? ring !== 1 : ring !== 2 && ring !== 4);
    }
  }
}

/** Rows and columns of the small squares' middles. */
function alignmentMiddles(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = version * 4 + 10;
  const others = Array.from({ length: count - 1 }, (_, i) => last - i * step);
  return [TIMING, ...others.toReversed()];
}

/** Writes, twice, that data are corrected by level M, which is 0, and which mask lies over them: 15 bits. */
export function drawFormat(grid: Grid, mask: number): void {
  const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  const last = grid.size - 1;
  for (let i = 0; i < 15; i++) {
    const isDark = ((bits >>> i) & 1) === 1;
    // Around the corner of the square at the top left, past the timing.
    if (i < 8) grid.fix(8, i < TIMING ? i : i + 1, isDark);
    else grid.fix(i === 8 ? 7 : 14 - i, 8, isDark);
    // Beside the two others.
    if (i < 8) grid.fix(last - i, 8, isDark);
    else grid.fix(8, last - 14 + i, isDark);
  }
  grid.fix(8, last - 7, true);
}

/** Writes, twice, which version a large code is: 18 bits. */
function drawVersion(grid: Grid, version: number): void {
  const bits = (version << 12) | remainder(version, 12, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const isDark = ((bits >>> i) & 1) === 1;
    const [far, near] = [grid.size - 11 + (i % 3), Math.floor(i / 3)];
    grid.fix(far, near, isDark);
    grid.fix(near, far, isDark);
  }
}

/** What is left of `data`, with `length` zeros behind it, divided by a polynomial of that degree over GF(2). */
function remainder(data: number, length: number, divisor: number): number {
  let rest = data;
  for (let i = 0; i < length; i++) rest = (rest << 1) ^ ((rest >>> (length - 1)) * divisor);
  return rest;
}
