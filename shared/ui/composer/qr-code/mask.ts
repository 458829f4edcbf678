import type { Grid } from './grid.ts';

/** Which modules are turned over, so that nothing in a code looks like what a camera searches for. */
export const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** How hard a code is to read, in points (ISO/IEC 18004, 7.8.3). */
export function rateDifficulty({ rows, size }: Pick<Grid, 'rows' | 'size'>): number {
  const columns = rows.map((_, x) => rows.map((row) => row[x] ?? false));
  let points = 0;
  for (const line of [...rows, ...columns]) points += rateLine(line);
  rows.slice(1).forEach((row, i) => {
    for (let x = 1; x < size; x++) {
      const isDark = row[x];
      const others = [row[x - 1], rows[i]?.[x], rows[i]?.[x - 1]];
      if (others.every((other) => other === isDark)) points += 3;
    }
  });
  const dark = rows.flat().filter(Boolean).length;
  const total = size * size;
  return points + (Math.ceil(Math.abs(dark * 20 - total * 10) / total) - 1) * 10;
}

/** Points of modules of one kind in a row, and of what looks like one of the large squares. */
function rateLine(line: readonly boolean[]): number {
  const runs = measureRuns(line);
  let points = 0;
  for (const run of runs) if (run >= 5) points += run - 2;
  // All is light around a code.
  const edged = runs.map((run, i) => (i === 0 || i === runs.length - 1 ? run + line.length : run));
  for (let i = 1; i + 5 < edged.length; i += 2) {
    const [before = 0, one = 0, two, three, four, five, after = 0] = edged.slice(i - 1, i + 6);
    const isSquare = two === one && three === one * 3 && four === one && five === one;
    if (!isSquare) continue;
    if (before >= one * 4 && after >= one) points += 40;
    if (after >= one * 4 && before >= one) points += 40;
  }
  return points;
}

/** How many modules of one kind follow each other; light ones first and last, be there none. */
function measureRuns(line: readonly boolean[]): number[] {
  const runs = [0];
  let isDark = false;
  for (const module of line) {
    if (module !== isDark) runs.push(0);
    isDark = module;
    runs.push((runs.pop() ?? 0) + 1);
  }
  return isDark ? [...runs, 0] : runs;
}
