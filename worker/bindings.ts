import type { ByteBudget } from './durable-objects/byte-budget/byte-budget.ts';
import type { Share } from './durable-objects/share/share.ts';

/** What `wrangler.toml` and the environment give the Worker. */
export interface Env {
  readonly ASSETS: Fetcher;
  readonly DB: D1Database;
  readonly CONTENT: R2Bucket;
  readonly SHARES: DurableObjectNamespace<Share>;
  readonly BUDGETS: DurableObjectNamespace<ByteBudget>;
  readonly CREATE_LIMIT?: RateLimit;
  readonly OPEN_LIMIT?: RateLimit;
  /** Secret, 32 bytes in base64url: addresses are stored only as a hash keyed by it. */
  readonly ADDRESS_KEY?: string;
  readonly MAX_VIEWS: number;
  readonly MIN_EXPIRY_SECONDS: number;
  readonly MAX_EXPIRY_SECONDS: number;
  readonly GUEST_MAX_LARGE_EXPIRY_SECONDS: number;
  readonly GUEST_MAX_ITEM_BYTES: number;
  readonly GUEST_MAX_ENVELOPE_BYTES: number;
  readonly GUEST_DAILY_BYTES: number;
}
