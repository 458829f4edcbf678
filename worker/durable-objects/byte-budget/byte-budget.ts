import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../bindings.ts';

const DAY_MS = 86_400_000;
const KEY = 'budget';

/** Bytes one address has uploaded on one day, UTC. */
interface Budget {
  readonly version: 1;
  readonly day: number;
  readonly bytes: number;
}

export type BudgetAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly retryAfterSeconds: number };

/** How much one address may still upload today; found by the keyed hash of the address. */
export class ByteBudget extends DurableObject<Env> {
  /** Takes `bytes` out of the day's `limit`, or nothing at all. */
  take(bytes: number, limit: number): BudgetAnswer {
    const now = Date.now();
    const budget = this.#read(now);
    const tomorrow = (budget.day + 1) * DAY_MS;
    if (budget.bytes + bytes > limit) {
      return { ok: false, retryAfterSeconds: Math.ceil((tomorrow - now) / 1000) };
    }
    this.#write({ ...budget, bytes: budget.bytes + bytes });
    if (budget.bytes === 0) void this.ctx.storage.setAlarm(tomorrow);
    return { ok: true };
  }

  /** Puts back what was taken for an upload that did not come about. */
  giveBack(bytes: number): void {
    const budget = this.#read(Date.now());
    if (budget.bytes > 0) this.#write({ ...budget, bytes: Math.max(0, budget.bytes - bytes) });
  }

  /** Answers if objects can be reached at all. */
  ping(): true {
    return true;
  }

  /** The day is over: nothing stays. */
  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  /** A day that is over, or a shape that is not this one, counts nothing. */
  #read(now: number): Budget {
    const day = Math.floor(now / DAY_MS);
    const stored = this.ctx.storage.kv.get<Budget>(KEY);
    return stored?.version === 1 && stored.day === day ? stored : { version: 1, day, bytes: 0 };
  }

  #write(budget: Budget): void {
    this.ctx.storage.kv.put(KEY, budget);
  }
}
