/**
 * `data` in blocks with the bytes that correct each (Reed-Solomon), of all blocks the first bytes first.
 *
 * @param blockCount into how many blocks they are split, the first ones of which may be a byte shorter
 * @param correcting how many bytes correct a block
 */
export function withCorrection(
  data: readonly number[],
  blockCount: number,
  correcting: number,
): number[] {
  const short = Math.floor(data.length / blockCount);
  const shortCount = blockCount - (data.length % blockCount);
  const blocks = Array.from({ length: blockCount }, (_, i) => {
    const start = i * short + Math.max(0, i - shortCount);
    return data.slice(start, start + short + Number(i >= shortCount));
  });
  const divisor = makeDivisor(correcting);
  return [...woven(blocks), ...woven(blocks.map((block) => divide(block, divisor)))];
}

function woven(parts: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => parts.flatMap((part) => part[i] ?? [])).flat();
}

/** Coefficients of (x - 1)(x - 2)(x - 4)…, the first one, which is 1, left out. */
function makeDivisor(degree: number): readonly number[] {
  const divisor: number[] = [...Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) {
      divisor[j] = multiply(divisor[j] ?? 0, root) ^ (divisor[j + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  return divisor;
}

function divide(data: readonly number[], divisor: readonly number[]): number[] {
  let rest: number[] = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = divisor.map((part, i) => (rest[i + 1] ?? 0) ^ multiply(part, factor));
  }
  return rest;
}

/** In GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> i) & 1) * a);
  }
  return product;
}
