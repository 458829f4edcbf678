import type { DeviceMemory, Remembered } from '../device-memory.ts';

/** A device's memory that ends with the process. */
export class ForgetfulMemory implements DeviceMemory {
  readonly #known = new Map<string, Remembered>();

  async findByEmail(email: string): Promise<Remembered | undefined> {
    return [...this.#known.values()].find((it) => it.email === email);
  }
  async read(accountId: string): Promise<Remembered | undefined> {
    return this.#known.get(accountId);
  }
  async update(
    accountId: string,
    change: (known: Remembered | undefined) => Remembered,
  ): Promise<void> {
    this.#known.set(accountId, change(this.#known.get(accountId)));
  }
  async forget(accountId: string): Promise<void> {
    this.#known.delete(accountId);
  }
}
