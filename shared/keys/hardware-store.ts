import { derivePasskeyKey } from '../crypto/account.ts';
import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../crypto/brand.ts';
import { type Bytes, utf8 } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/hash.ts';
import { type KeyWrapper, wrapUnder } from './key-wrapper.ts';
import { checkName, type SealedStore, SealedStoreError } from './sealed-store.ts';
import { getObject, putObject, type VaultObject } from './vault.ts';

/**
 * Asks hardware for the secret that only it gives: 32 bytes, the same each time, such as those of a passkey's PRF.
 * Rejects where the person or the hardware says no.
 */
export type AskHardware = () => Promise<Bytes>;

/** Wraps keys under hardware's secret. The hardware is asked at first use, and again after `lock`. */
export class HardwareKeys implements KeyWrapper {
  readonly #ask: AskHardware;
  #unlocking: Promise<KeyWrapper> | undefined;

  constructor(ask: AskHardware) {
    this.#ask = ask;
  }

  async wrap(key: SymmetricKey, context: Bytes): Promise<Bytes> {
    return (await this.unlock()).wrap(key, context);
  }

  async unwrap(wrapped: Bytes, context: Bytes): Promise<SymmetricKey> {
    return (await this.unlock()).unwrap(wrapped, context);
  }

  /** Asks the hardware, once however many wait for it. @throws {SealedStoreError} `unavailable` */
  unlock(): Promise<KeyWrapper> {
    const unlocking = this.#unlocking ?? this.#askOnce();
    this.#unlocking = unlocking;
    return unlocking;
  }

  /** Forgets the secret. */
  lock(): void {
    this.#unlocking = undefined;
  }

  async #askOnce(): Promise<KeyWrapper> {
    try {
      return wrapUnder(await derivePasskeyKey(await this.#ask()));
    } catch (cause) {
      this.lock(); // The next use asks again.
      throw new SealedStoreError('unavailable', 'The passkey did not unlock this.', { cause });
    }
  }
}

const VERSION = 1;

/** A store in which each blob lies sealed once more, and opens only while hardware is at hand. Names stay as they are. */
export class HardwareStore implements SealedStore {
  readonly #inner: SealedStore;
  readonly #keys: HardwareKeys;

  /** `inner` is where the blobs lie. */
  constructor(inner: SealedStore, keys: HardwareKeys) {
    this.#inner = inner;
    this.#keys = keys;
  }

  async put(name: string, blob: Bytes): Promise<void> {
    checkName(name);
    // What is put is what the caller holds now, not what is there when the hardware answers.
    const own = blob.slice();
    await putObject(await this.#vault(), await objectOf(name), VERSION, own);
  }

  async get(name: string): Promise<Bytes | undefined> {
    checkName(name);
    const vault = await this.#vault();
    const object = await objectOf(name);
    try {
      return (await getObject(vault, object))?.data.slice();
    } catch (cause) {
      if (cause instanceof SealedStoreError) throw cause;
      const message = 'This is damaged, or belongs to another passkey.';
      throw new SealedStoreError('unavailable', message, { cause });
    }
  }

  list(prefix: string): Promise<readonly string[]> {
    return this.#inner.list(prefix);
  }

  delete(name: string): Promise<void> {
    return this.#inner.delete(name);
  }

  async #vault() {
    return { store: this.#inner, keys: await this.#keys.unlock() };
  }
}

async function objectOf(name: string): Promise<VaultObject> {
  const id = (await sha256(utf8(name))).slice(0, OBJECT_ID_BYTES) as ObjectId;
  return { name, role: 'vault-item', id };
}
