import { KEY_BYTES, type SymmetricKey } from '../../../shared/crypto/brand.ts';
import { type Bytes, randomBytes } from '../../../shared/crypto/bytes.ts';
import { wrapUnder } from '../../../shared/keys/key-wrapper.ts';
import { type SealedStore, SealedStoreError } from '../../../shared/keys/sealed-store.ts';
import { MemoryStore } from '../../../shared/keys/tests/memory-store.ts';
import type { Shelf } from '../shelf.ts';

/** A store that a crash or a full disk stops after so many writes; what was written stays. */
export class FailingStore implements SealedStore {
  readonly kept = new MemoryStore();
  writesLeft = Number.POSITIVE_INFINITY;
  /** Of a full disk deleting still works. */
  isFull = false;

  async put(name: string, blob: Bytes): Promise<void> {
    this.#write();
    await this.kept.put(name, blob);
  }
  get(name: string): Promise<Bytes | undefined> {
    return this.kept.get(name);
  }
  list(prefix: string): Promise<readonly string[]> {
    return this.kept.list(prefix);
  }
  async delete(name: string): Promise<void> {
    if (!this.isFull) this.#write();
    await this.kept.delete(name);
  }

  #write(): void {
    if (this.writesLeft-- > 0) return;
    throw new SealedStoreError(this.isFull ? 'no-room' : 'unavailable', 'No more.');
  }
}

export interface TestShelf extends Shelf {
  readonly store: FailingStore;
  time: number;
}

/** A shelf in memory, with a clock that stands until it is set. */
export function makeShelf(): TestShelf {
  const store = new FailingStore();
  const queues = new Map<string, Promise<unknown>>();
  return {
    store,
    time: Date.UTC(2026, 10, 22, 12),
    vault: { store, keys: wrapUnder(randomBytes(KEY_BYTES) as SymmetricKey) },
    exclusively: (name, act) => {
      const done = (queues.get(name) ?? Promise.resolve()).then(act, act);
      queues.set(name, done);
      return done;
    },
    now() {
      return this.time;
    },
  };
}
