import { asBytes, type Bytes } from './bytes.ts';

/** Reads blocks of a chosen length from a source that gives them in any lengths. */
export class ByteQueue {
  #source: AsyncIterator<Uint8Array>;
  #block: Uint8Array = new Uint8Array(0);
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /**
   * `length` bytes, or fewer only where the source ends. A view into the source's block where they lie in
   * one, so that they are copied only where they must be: into `room`, which has space for them.
   */
  async read(length: number, room?: Bytes): Promise<Bytes> {
    if (this.#block.length === 0) await this.#fill();
    if (this.#block.length >= length) return asBytes(this.#take(length));
    const bytes = room ?? new Uint8Array(length);
    let filled = 0;
    while (filled < length && (await this.#fill())) {
      const taken = this.#take(length - filled);
      bytes.set(taken, filled);
      filled += taken.length;
    }
    return bytes.subarray(0, filled);
  }

  #take(atMost: number): Uint8Array {
    const taken = this.#block.subarray(0, atMost);
    this.#block = this.#block.subarray(taken.length);
    return taken;
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
