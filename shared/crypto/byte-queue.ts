import type { Bytes } from './bytes.ts';

/** Reads blocks of a chosen length from a source that gives them in any lengths. */
export class ByteQueue {
  #source: AsyncIterator<Uint8Array>;
  #block: Uint8Array = new Uint8Array(0);
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** `length` bytes, or fewer only where the source ends. */
  read(length: number): Promise<Bytes> {
    return this.readInto(new Uint8Array(length));
  }

  /** The start of `buffer`, filled; all of it unless the source ends. */
  async readInto(buffer: Bytes): Promise<Bytes> {
    let filled = 0;
    while (filled < buffer.length && (await this.#fill())) {
      const taken = this.#block.subarray(0, buffer.length - filled);
      buffer.set(taken, filled);
      filled += taken.length;
      this.#block = this.#block.subarray(taken.length);
    }
    return buffer.subarray(0, filled);
  }

  /** Whether a byte is at hand, after asking the source for more where needed. */
  async #fill(): Promise<boolean> {
    while (this.#block.length === 0 && !this.#ended) {
      const next = await this.#source.next();
      if (next.done) this.#ended = true;
      else this.#block = next.value;
    }
    return this.#block.length > 0;
  }
}
