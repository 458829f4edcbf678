import { utf8 } from '../../../crypto/bytes.ts';
import { BLOCKS, CORRECTING_BYTES } from './blocks.ts';
import { withCorrection } from './correct-errors.ts';
import { drawFormat, drawPatterns } from './draw-patterns.ts';
import type { Grid, Place } from './grid.ts';
import { MASKS, rateDifficulty } from './mask.ts';

/**
 * `text` as the smallest QR code that holds its bytes (ISO/IEC 18004) and of which 15 per cent may be missing.
 *
 * @returns its modules in rows from the top, true for dark, without the light border
 * @throws {RangeError} where it is too long: over 2331 bytes
 */
export function encodeQr(text: string): readonly (readonly boolean[])[] {
  const bytes = utf8(text);
  for (const [index, blocks] of BLOCKS.entries()) {
    const version = index + 1;
    const correcting = CORRECTING_BYTES[index] ?? 0;
    const grid = drawPatterns(version);
    const places = [...grid.free()];
    const capacity = Math.floor(places.length / 8) - blocks * correcting;
    const lengthBytes = version < 10 ? 1 : 2;
    // With half a byte for the mode and half a byte for the end.
    if (bytes.length + lengthBytes + 1 > capacity) continue;
    fill(grid, places, withCorrection(pack(bytes, lengthBytes, capacity), blocks, correcting));
    drawBestMask(grid, places);
    return grid.rows;
  }
  throw new RangeError('This text is too long for a QR code');
}

/** Mode and length, the bytes, an end; filled up as the standard says. */
function pack(bytes: Uint8Array, lengthBytes: number, capacity: number): number[] {
  const BYTE_MODE = '4';
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const written = Array.from(bytes, (byte) => hex(byte, 2)).join('');
  const whole = `${BYTE_MODE}${hex(bytes.length, lengthBytes * 2)}${written}0`;
  const filled = whole.padEnd(capacity * 2, 'ec11');
  return Array.from({ length: capacity }, (_, i) =>
    Number.parseInt(filled.slice(i * 2, i * 2 + 2), 16),
  );
}

function fill(grid: Grid, places: readonly Place[], bytes: readonly number[]): void {
  // What is left over after the last byte stays light.
  places.slice(0, bytes.length * 8).forEach(([x, y], i) => {
    grid.set(x, y, (((bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1) === 1);
  });
}

function drawBestMask(grid: Grid, places: readonly Place[]): void {
  const draw = (mask: number) => {
    for (const [x, y] of places) {
      if (MASKS[mask]?.(x, y)) grid.set(x, y, !grid.isDark(x, y));
    }
    drawFormat(grid, mask);
  };
  const rates = MASKS.map((_, mask) => {
    draw(mask);
    const rate = rateDifficulty(grid);
    draw(mask); // twice is none
    return rate;
  });
  draw(rates.indexOf(Math.min(...rates)));
}
