import type { KeyUse } from '../crypto/account-objects.ts';
import { AccountError } from './account-error.ts';
import { nameWriter } from './name-writer.ts';

/** What a device saw of an account: a server that shows less, or something else, is refused. Nothing here is secret. */
export interface Remembered {
  /** base64url. */
  readonly accountId: string;
  readonly email: string;
  /** base64url. Never changes. */
  readonly salt: string;
  readonly iterations: number;
  readonly generation: number;
  readonly manifestCounter: number;
  /** base64url of H256 of the sealed manifest with that counter. */
  readonly manifestHash: string;
  readonly keys: readonly RememberedKey[];
  /** What this device calls itself in the manifests that it writes, base64url. */
  readonly writer: string;
  /** How many manifests each device had written in that one. */
  readonly writers: Readonly<Record<string, number>>;
}

/** What a server shows of an account. */
export type Seen = Omit<Remembered, 'writer'>;

export interface RememberedKey {
  /** base64url. */
  readonly id: string;
  readonly use: KeyUse;
  /** base64url. */
  readonly thumbprint: string;
}

/**
 * Where a device keeps what it saw. It must outlive signing out: what is forgotten can't be checked. Removed only
 * when the person deletes the account or says that it is another one.
 */
export interface DeviceMemory {
  /** `email` in small letters, without white space around it. */
  findByEmail(email: string): Promise<Remembered | undefined>;
  read(accountId: string): Promise<Remembered | undefined>;
  /**
   * Puts what `change` makes of what is known in its place, in one step that no other page can come between.
   * Rejects, and changes nothing, where `change` throws.
   */
  update(accountId: string, change: (known: Remembered | undefined) => Remembered): Promise<void>;
  /** Forgets an account that is no more. */
  forget(accountId: string): Promise<void>;
}

/** What is known of the account under an address, as a person types it. */
export function findKnown(memory: DeviceMemory, email: string): Promise<Remembered | undefined> {
  return memory.findByEmail(email.trim().toLowerCase());
}

/**
 * What is known from now on.
 * @throws {AccountError} where `seen` is older than `known`, or another history of the same account
 */
export function advance(known: Remembered | undefined, seen: Seen): Remembered {
  if (!known) return nameWriter(seen);
  if (seen.salt !== known.salt) throw new AccountError('salt-changed');
  if (seen.generation < known.generation) throw new AccountError('wrong-generation');
  if (seen.manifestCounter < known.manifestCounter) throw new AccountError('manifest-older');
  const isSame = seen.manifestHash === known.manifestHash;
  if (seen.manifestCounter === known.manifestCounter && !isSame)
    throw new AccountError('manifest-forked');
  if (!hasAllWrites(seen, known)) throw new AccountError('manifest-forked');
  if (seen.iterations < known.iterations) throw new AccountError('kdf-lowered');
  return { ...seen, writer: known.writer };
}

/**
 * What is known once a person took an older or another state for right. The device goes on under a new name: so every other
 * that saw what is missing now is told of it, however often this one writes from here on.
 * @throws {AccountError} `salt-changed`
 */
export function startAgain(known: Remembered | undefined, seen: Seen): Remembered {
  if (known && seen.salt !== known.salt) throw new AccountError('salt-changed');
  return nameWriter(seen);
}

/**
 * Whether all that was written when this device looked last has been written in what is shown now. A manifest that counts
 * nobody is by a client that does not count: the field is not in every client's words.
 */
function hasAllWrites({ writers }: Seen, known: Remembered): boolean {
  if (Object.keys(writers).length === 0) return true;
  return Object.entries(known.writers).every(([writer, count]) => (writers[writer] ?? 0) >= count);
}
