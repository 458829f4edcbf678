import type { Bytes } from '../../crypto/bytes.ts';
import { checkName, type SealedStore } from '../sealed-store.ts';

/** A store that forgets with the process: the contract's simplest keeper. */
export class MemoryStore implements SealedStore {
  readonly #blobs = new Map<string, Bytes>();

  async put(name: string, blob: Bytes): Promise<void> {
    checkName(name);
    this.#blobs.set(name, blob.slice());
  }
  async get(name: string): Promise<Bytes | undefined> {
    checkName(name);
    return this.#blobs.get(name)?.slice();
  }
  async list(prefix: string): Promise<readonly string[]> {
    return [...this.#blobs.keys()].filter((name) => name.startsWith(prefix)).sort();
  }
  async delete(name: string): Promise<void> {
    checkName(name);
    this.#blobs.delete(name);
  }
}
