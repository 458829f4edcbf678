import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../bindings.ts';
import {
  type Code,
  MEMORY_MS,
  newCode,
  type Permit,
  type Sending,
  type Tries,
  takeSending,
  takeTry,
  tryCode,
  type Verdict,
} from './rules.ts';

const KEY = 'attempts';

interface Stored {
  readonly version: 1;
  readonly tries: Tries;
  readonly sending: Sending;
  readonly code: Code | null;
}

const NOTHING: Stored = {
  version: 1,
  tries: { count: 0, lockedUntil: 0 },
  sending: { count: 0, lastAt: 0 },
  code: null,
};

/**
 * Guesses at one secret, counted exactly; found by the keyed hash of what it is the secret of. Every method is one
 * turn of one object: of any number of guesses at once no more pass than the rules allow.
 */
export class Attempts extends DurableObject<Env> {
  /** Takes one try; whoever guessed right then says so by `succeed`. */
  begin(): Permit {
    const stored = this.#read();
    const { permit, tries } = takeTry(stored.tries, Date.now());
    if (permit.ok) this.#write({ ...stored, tries });
    return permit;
  }

  /** The last try was right: what was counted is forgotten. */
  succeed(): void {
    const stored = this.#read();
    if (stored.tries.count > 0) this.#write({ ...stored, tries: NOTHING.tries });
  }

  /** Puts the hash of a new code in place of the one before, unless the last was sent just now. */
  issueCode(hash: Uint8Array): Permit {
    const stored = this.#read();
    const now = Date.now();
    const { permit, sending } = takeSending(stored.sending, now);
    if (permit.ok) this.#write({ ...stored, sending, code: newCode(hash, now) });
    return permit;
  }

  /** Takes one try at the code. `use`: what it is to be used for. */
  tryCode(hash: Uint8Array, use: string): Verdict {
    const stored = this.#read();
    const { verdict, code } = tryCode(stored.code, { hash, use }, Date.now());
    if (code !== stored.code) this.#write({ ...stored, code });
    return verdict;
  }

  /** Nothing stays: the account is deleted. */
  async forget(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  override alarm(): Promise<void> {
    return this.forget();
  }

  #read(): Stored {
    const stored = this.ctx.storage.kv.get<Stored>(KEY);
    return stored?.version === 1 ? stored : NOTHING;
  }

  #write(stored: Stored): void {
    this.ctx.storage.kv.put(KEY, stored);
    void this.ctx.storage.setAlarm(Date.now() + MEMORY_MS);
  }
}
