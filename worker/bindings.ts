import type { Attempts } from './durable-objects/attempts/attempts.ts';
import type { ByteBudget } from './durable-objects/byte-budget/byte-budget.ts';
import type { Share } from './durable-objects/share/share.ts';
import type { Vault } from './durable-objects/vault/vault.ts';

/** What `wrangler.toml` and the environment give the Worker. */
export interface Env {
  readonly ASSETS: Fetcher;
  readonly DB: D1Database;
  readonly CONTENT: R2Bucket;
  readonly LIBRARY: R2Bucket;
  readonly VAULTS: DurableObjectNamespace<Vault>;
  readonly SHARES: DurableObjectNamespace<Share>;
  readonly ATTEMPTS: DurableObjectNamespace<Attempts>;
  readonly BUDGETS: DurableObjectNamespace<ByteBudget>;
  readonly CREATE_LIMIT?: RateLimit;
  readonly OPEN_LIMIT?: RateLimit;
  readonly ACCOUNT_LIMIT?: RateLimit;
  /** Secret, 32 bytes in base64url: addresses are stored only as a hash keyed by it. */
  readonly ADDRESS_KEY?: string;
  /** Secret, JSON `{kid: 32 bytes in base64url}`, newest first: what is kept of passwords, kits and codes is keyed by it. */
  readonly AUTH_PEPPERS?: string;
  /** Secret, 32 bytes in base64url: unknown e-mail addresses get salts made from it. */
  readonly UNKNOWN_ACCOUNT_KEY?: string;
  /** Secret, JSON `{kid: 32 bytes in base64url}`, newest first: what the server must read is sealed under it. */
  readonly SEALING_KEYS?: string;
  /** Secret, JWKS (RFC 7517) of private ES256 keys with `kid`, newest first: they sign access tokens. */
  readonly TOKEN_KEYS?: string;
  /** Secret, `smtp://` or `smtps://` with user and password in it; STARTTLS is required unless on loopback. */
  readonly SMTP_URL?: string;
  /** Sender of all mail: `name@host` or `Name <name@host>`. */
  readonly MAIL_FROM?: string;
  /** Issuer for sign-in by OpenID Connect; without it there is none. */
  readonly OIDC_ISSUER?: string;
  readonly OIDC_CLIENT_ID?: string;
  /** Secret of this client at the issuer. */
  readonly OIDC_CLIENT_SECRET?: string;
  /** The account with this e-mail address is an admin. */
  readonly ADMIN_EMAIL?: string;
  /** Ids of the extension, with commas between: passkeys of these origins are accepted. */
  readonly EXTENSION_IDS?: string;
  readonly MAX_VIEWS: number;
  readonly MIN_EXPIRY_SECONDS: number;
  readonly MAX_EXPIRY_SECONDS: number;
  readonly GUEST_MAX_LARGE_EXPIRY_SECONDS: number;
  readonly GUEST_MAX_ITEM_BYTES: number;
  readonly GUEST_MAX_ENVELOPE_BYTES: number;
  readonly GUEST_DAILY_BYTES: number;
  readonly LIBRARY_QUOTA_BYTES: number;
}
