import { type Bytes, u64 } from './bytes.ts';
import { cannotOpen } from './error.ts';

const LENGTH_BYTES = 8;
const MIN_PADDED_BYTES = 4096;

/**
 * Padmé (Nikitin et al., PoPETs 2019): `n` rounded up so that only the top bits of a length show.
 * By integer bit lengths, since a floating-point logarithm is wrong near powers of two. Exact to 2^53.
 */
export function padme(n: number): number {
  const exponent = BigInt(bitLength(BigInt(n)) - 1);
  const significant = BigInt(bitLength(exponent));
  const step = 1n << (exponent - significant);
  return Number(((BigInt(n) + step - 1n) / step) * step);
}

function bitLength(n: bigint): number {
  return n.toString(2).length;
}

/** Length in bytes of `dataLength` bytes once padded. */
export function paddedLength(dataLength: number): number {
  return Math.max(MIN_PADDED_BYTES, padme(LENGTH_BYTES + dataLength));
}

/** `u64 data length | data | zeros`. */
export function pad(data: Uint8Array): Bytes {
  const padded = new Uint8Array(paddedLength(data.length));
  padded.set(u64(data.length));
  padded.set(data, LENGTH_BYTES);
  return padded;
}

/**
 * The data inside `padded`.
 * @throws {CryptoError} `cannot-open`: a length that doesn't fit, a filler that isn't zero, or a total
 * that the writer would not have chosen.
 */
export function unpad(padded: Bytes): Bytes {
  const reader = new PaddingReader();
  const pieces = reader.push(padded);
  reader.finish();
  return pieces;
}

/** Takes padded bytes piece by piece and gives back the data in them; checks all that `unpad` checks. */
export class PaddingReader {
  #header = new Uint8Array(LENGTH_BYTES);
  #seen = 0;
  #dataLength = 0;

  /** The part of `piece` that is data: a view into it, empty where there is none. */
  push(piece: Bytes): Bytes {
    let start = 0;
    if (this.#seen < LENGTH_BYTES) {
      start = Math.min(LENGTH_BYTES - this.#seen, piece.length);
      this.#header.set(piece.subarray(0, start), this.#seen);
      if (this.#seen + start === LENGTH_BYTES) this.#dataLength = readLength(this.#header);
    }
    const dataEnd = LENGTH_BYTES + this.#dataLength;
    const end = Math.max(start, Math.min(piece.length, dataEnd - this.#seen));
    this.#seen += piece.length;
    for (let i = end; i < piece.length; i++) if (piece[i] !== 0) throw cannotOpen();
    return piece.subarray(start, end);
  }

  /** Call once, after the last piece. */
  finish(): void {
    if (this.#seen !== paddedLength(this.#dataLength)) throw cannotOpen();
  }
}

function readLength(header: Bytes): number {
  const length = new DataView(header.buffer).getBigUint64(0);
  if (length > BigInt(Number.MAX_SAFE_INTEGER - LENGTH_BYTES)) throw cannotOpen();
  return Number(length);
}
