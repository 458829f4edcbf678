/** Bits in the order of deflate: the lowest of each byte first (RFC 1951 section 3.1.1). */
export class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  write(value: number, bits: number): void {
    for (let bit = 0; bit < bits; bit++) {
      this.#held |= ((value >> bit) & 1) << this.#count++;
      if (this.#count === 8) this.#flush();
    }
  }

  /** All that was written, filled up to a byte. */
  finish(): Uint8Array {
    if (this.#count > 0) this.#flush();
    return Uint8Array.from(this.#bytes);
  }

  #flush(): void {
    this.#bytes.push(this.#held);
    this.#held = 0;
    this.#count = 0;
  }
}
